package io.jointly.local.identity;

import io.jointly.local.database.Databases;
import io.jointly.local.process.GuardedProcess;
import io.jointly.local.process.Http;
import io.jointly.local.process.Part;
import io.jointly.local.process.Privileges;
import io.jointly.local.process.Progress;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.Secrets;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keycloak as a part of the suite; its records lie in the suite's own PostgreSQL. */
public final class KeycloakServer implements Part {
    private static final List<String> JVM_OPTIONS =
            List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Workspace workspace;
    private final Ports ports;
    private final String host;
    private final Secrets secrets;
    private final Databases databases;
    private final PlainHttp plainHttp;

    public KeycloakServer(Workspace workspace, Ports ports, String host, Secrets secrets) {
        this.workspace = workspace;
        this.ports = ports;
        this.host = host;
        this.secrets = secrets;
        this.plainHttp = new PlainHttp(host);
        this.databases = new Databases(ports.database(), secrets);
    }

    /** Whether the programs have been unpacked and built before. */
    public static boolean isUnpacked(Workspace workspace) {
        return KeycloakDistribution.isThere(workspace);
    }

    @Override
    public PartName name() {
        return PartName.IDENTITY;
    }

    @Override
    public Set<PartName> needs() {
        return Set.of(PartName.DATABASE);
    }

    @Override
    public Path log() {
        return workspace.log(name());
    }

    @Override
    public GuardedProcess launch(Progress.Task task) {
        var distribution = KeycloakDistribution.of(workspace, log(), task::detail);
        var home = workspace.keycloakHome();
        prepare(distribution, home);
        plainHttp.allow(databases);
        task.detail(
                isFirstStart()
                        ? "making Keycloak's tables and importing the realm"
                        : "waiting for Keycloak");
        var command = distribution.command(home, JVM_OPTIONS, arguments());
        return GuardedProcess.start(
                new GuardedProcess.Spec(
                        Privileges.dyingWithParent("KILL", command),
                        environment(),
                        log(),
                        workspace.pidFile(name()),
                        GuardedProcess.Signal.TERM,
                        GRACE));
    }

    private boolean isFirstStart() {
        return !Files.exists(publicUrlMarker());
    }

    private static void prepare(KeycloakDistribution distribution, Path home) {
        try (var realm = KeycloakServer.class.getResourceAsStream("/realm/jointly-realm.json")) {
            distribution.linkInto(home);
            Files.copy(
                    realm,
                    home.resolve("data/import/jointly-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalProblem(
                    "Keycloak's folder cannot be made: %s.".formatted(e.getMessage()), e);
        }
    }

    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=" + host,
                "--http-port=" + ports.identity(),
                "--http-management-host=" + Addresses.LOOPBACK,
                "--http-management-port=" + ports.identityManagement(),
                "--hostname=" + Addresses.url(host, ports.identity()),
                "--cache=local",
                "--log-console-color=false",
                // Each unsuccessful look at its readiness would be a line.
                "--log-level=INFO,io.smallrye.health:WARN");
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("KC_DB_URL", databases.url(Databases.IDENTITY));
        environment.put("KC_DB_USERNAME", databases.runtime(Databases.IDENTITY).user());
        environment.put("KC_DB_PASSWORD", databases.runtime(Databases.IDENTITY).password());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakAdmin.USER);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of(KeycloakAdmin.SECRET));
        // The placeholders of the realm file.
        environment.put("JOINTLY_PUBLIC_URL", publicUrl());
        plainHttp.wanted().ifPresent(setting -> environment.put("JOINTLY_SSL_REQUIRED", setting));
        environment.put("JOINTLY_DEMO_PASSWORD", Secrets.DEMO_PASSWORD);
        for (var client : List.of("gateway", "integrator", "okr", "governance")) {
            environment.put(
                    "JOINTLY_SECRET_" + client.toUpperCase(Locale.ROOT),
                    secrets.of("client." + client));
        }
        return environment;
    }

    @Override
    public boolean isReady() {
        return Http.answersOk(
                "http://127.0.0.1:%d/health/ready".formatted(ports.identityManagement()));
    }

    /**
     * The realm keeps the portal's address; it follows when the suite moves to another port or
     * host.
     */
    @Override
    public void afterReady() {
        try {
            if (isFirstStart()) {
                Files.writeString(publicUrlMarker(), publicUrl());
            } else if (!Files.readString(publicUrlMarker()).equals(publicUrl())) {
                new KeycloakAdmin(Addresses.url(host, ports.identity()), secrets)
                        .movePortal(publicUrl());
                Files.writeString(publicUrlMarker(), publicUrl());
            }
        } catch (IOException e) {
            throw new LocalProblem(
                    "The portal's address cannot be told to Keycloak: %s."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private Path publicUrlMarker() {
        return workspace.keycloakHome().resolve("public-url");
    }

    private String publicUrl() {
        return Addresses.url(host, ports.gateway());
    }
}
