package io.jointly.acceptance.benchmark;

import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.RealLog;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.util.List;
import java.util.Map;

/**
 * Starts a suite of its own, imports the real log and measures. {@code -Djointly.rounds} and {@code
 * -Djointly.calls} say how often.
 */
public final class Benchmark {
    private static final int ROUNDS = Integer.getInteger("jointly.rounds", 5);
    private static final int CALLS = Integer.getInteger("jointly.calls", 500);

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (RealLog.file().isEmpty()) {
            throw new IllegalStateException(
                    "The benchmark needs the real incident log: JOINTLY_REAL_DATA names its"
                            + " folder.");
        }
        var begun = System.nanoTime();
        try (var suite = RunningSuite.start(false)) {
            System.out.printf(
                    "start-up of an empty suite: %.1f s%n", (System.nanoTime() - begun) / 1e9);
            var world = World.of(suite.api());
            new ImportRate(suite, world).print(ROUNDS);
            RealLog.importInto(suite, World.INCIDENTS);
            latencies(suite);
            Memory.print(suite);
        }
    }

    private static void latencies(RunningSuite suite) {
        var api = suite.api();
        var stream = Api.CATALOG + "/value-streams/" + World.INCIDENTS;
        var item =
                api.as("head-it")
                        .read(stream + "/work-items?sort=-handoffs&limit=1")
                        .at("/items/0/id")
                        .asText();
        var objective = objective(api);
        System.out.printf("reads at the gateway, one after the other, %d calls each:%n", CALLS);
        System.out.println(Latency.of("flow", api, stream + "/flow?level=team", CALLS));
        System.out.println(Latency.of("handoffs", api, stream + "/handoffs?level=team", CALLS));
        System.out.println(Latency.of("journey", api, stream + "/work-items/" + item, CALLS));
        System.out.println(Latency.of("objective", api, objective, CALLS));
        System.out.println(
                Latency.of("decisions", api, Api.GOVERNANCE + "/decisions?limit=50", CALLS));
    }

    private static String objective(Api api) {
        var drafted =
                api.as("head-it")
                        .post(
                                Api.OKR + "/objectives",
                                Map.of(
                                        "cycle", World.CYCLE,
                                        "title", "Incidents stay where they can be solved",
                                        "why", "Each detour costs a day.",
                                        "kind", "committed",
                                        "owners", List.of("it", "hr")))
                        .expect(201)
                        .body();
        var path = Api.OKR + "/objectives/" + drafted.path("ref").asText();
        api.as("head-it")
                .post(
                        path + "/key-results",
                        Map.of(
                                "title",
                                "Hardly any incident bounces",
                                "target",
                                0.06,
                                "binding",
                                Map.of(
                                        "measure",
                                        "value-stream:" + World.INCIDENTS + "/ping-pong-share")))
                .expect(201);
        return path;
    }
}
