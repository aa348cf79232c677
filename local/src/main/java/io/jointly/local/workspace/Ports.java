package io.jointly.local.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The seven neighbouring ports of one suite, counted from the port of the gateway. */
public record Ports(int base) {
    public static final int DEFAULT_BASE = 8080;
    private static final int COUNT = 7;

    public Ports {
        if (base < 1 || base + COUNT - 1 > 65535) {
            throw new LocalProblem(
                    "Port %d does not work: Jointly takes %d ports in a row, so choose one from 1 to %d."
                            .formatted(base, COUNT, 65536 - COUNT));
        }
    }

    public int gateway() {
        return base;
    }

    public int catalog() {
        return base + 1;
    }

    public int okr() {
        return base + 2;
    }

    public int governance() {
        return base + 3;
    }

    public int identity() {
        return base + 4;
    }

    public int identityManagement() {
        return base + 5;
    }

    public int database() {
        return base + 6;
    }

    /** Each port with what it is for, as a person would say it. */
    public Map<Integer, String> purposes() {
        var purposes = new LinkedHashMap<Integer, String>();
        purposes.put(gateway(), "the portal");
        purposes.put(catalog(), "the catalog service");
        purposes.put(okr(), "the OKR service");
        purposes.put(governance(), "the governance service");
        purposes.put(identity(), "Keycloak");
        purposes.put(identityManagement(), "Keycloak's health checks");
        purposes.put(database(), "PostgreSQL");
        return purposes;
    }

    /** Seven free ports in a row, for a suite that nobody has to find by its port. */
    public static Ports free() {
        // Below the range that operating systems hand out by themselves, so that no chance
        // connection takes one of them.
        var random = new Random();
        for (int attempt = 0; attempt < 200; attempt++) {
            var ports = new Ports(18_000 + random.nextInt(1_900) * COUNT);
            if (ports.purposes().keySet().stream()
                    .allMatch(port -> PortCheck.isFree("127.0.0.1", port))) {
                return ports;
            }
        }
        throw new LocalProblem("No seven free ports in a row were found between 18000 and 31300.");
    }
}
