package io.jointly.acceptance.suite;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a test needs to be there before it begins; made where the suite does not have it yet. */
public final class World {
    /** The value stream of the real incident log. */
    public static final String INCIDENTS = "it-incidents";

    /** The cycle in which tests draft objectives. */
    public static final String CYCLE = "acceptance";

    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private final Api api;

    private World(Api api) {
        this.api = api;
    }

    /** Sees to departments, a cycle and the empty stream of incidents. */
    public static World of(Api api) {
        var world = new World(api);
        world.department("it", "Information Technology");
        world.department("hr", "Human Resources");
        world.department("facilities", "Facilities");
        world.cycle();
        world.stream(INCIDENTS, "IT incidents");
        return world;
    }

    /** A code that no earlier run has used. */
    public static String fresh(String code) {
        return code + "-" + RUN;
    }

    private void department(String code, String name) {
        unlessThere(
                "admin",
                Api.CATALOG + "/departments",
                code,
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "purpose",
                        "To do its part of what all of us bring about.",
                        "timeZone",
                        "UTC"));
    }

    private void cycle() {
        var today = LocalDate.now(ZoneOffset.UTC);
        unlessThere(
                "admin",
                Api.OKR + "/cycles",
                CYCLE,
                Map.of(
                        "code",
                        CYCLE,
                        "name",
                        "Acceptance",
                        "start",
                        today.minusDays(30).toString(),
                        "end",
                        today.plusDays(60).toString()));
    }

    /** A value stream that IT and HR own together. */
    public void stream(String code, String name) {
        unlessThere(
                "head-it",
                Api.CATALOG + "/value-streams",
                code,
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "purpose",
                        "People can go on with their work soon.",
                        "outcome",
                        "Whoever asked can work again.",
                        "owners",
                        List.of("it", "hr")));
    }

    private void unlessThere(String user, String path, String code, Map<String, Object> body) {
        if (api.as(user).get(path + "/" + code).status() == 404) {
            api.as(user).post(path, body).expect(201);
        }
    }
}
