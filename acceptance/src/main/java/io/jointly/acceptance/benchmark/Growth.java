package io.jointly.acceptance.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.RealLog;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * How imports and dashboards grow with the number of events: a log resampled from the real one at
 * 10^5, 10^6 and 10^7 events, beside COPY of the rows that are stored; then what a dashboard asks,
 * each time right after something new was imported, and again when nothing was. {@code
 * -Djointly.sizes=100000,1000000} and {@code -Djointly.rounds} choose.
 */
public final class Growth {
    private static final String TABLE = "acceptance_copy";
    private static final int ROUNDS = Integer.getInteger("jointly.rounds", 30);
    private static final long MORE = 100_000;
    private static final Map<String, String> DASHBOARD = new LinkedHashMap<>();

    static {
        DASHBOARD.put("flow", "/flow?level=team");
        DASHBOARD.put("flow, a quarter", "/flow?level=team&from=2024-04-01&to=2024-07-01");
        DASHBOARD.put("flow, 80 days", "/flow?level=team&from=2024-04-11&to=2024-06-30");
        DASHBOARD.put("flow of a type", "/flow?level=team&type=Category%2026");
        DASHBOARD.put("handoffs", "/handoffs?level=team&limit=50");
        DASHBOARD.put(
                "handoffs, a quarter",
                "/handoffs?level=team&limit=50&from=2024-04-01&to=2024-07-01");
        DASHBOARD.put("carriers", "/flow/carriers?level=team");
        DASHBOARD.put("types", "/flow/types");
        DASHBOARD.put("pairs", "/flow/pairs?level=team&limit=50");
        DASHBOARD.put("trend by month", "/flow/trend?grain=month");
        DASHBOARD.put("worst items", "/work-items?sort=-pingPong&limit=20");
        DASHBOARD.put("slowest items", "/work-items?sort=-flowTime&limit=20");
    }

    private final RunningSuite suite;
    private final ResampledLog log;

    private Growth(RunningSuite suite, ResampledLog log) {
        this.suite = suite;
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        var sizes =
                Arrays.stream(
                                System.getProperty("jointly.sizes", "100000,1000000,10000000")
                                        .split(","))
                        .mapToLong(Long::parseLong)
                        .toArray();
        try (var suite = RunningSuite.start(false)) {
            World.of(suite.api());
            var growth = new Growth(suite, ResampledLog.read());
            for (var size : sizes) {
                growth.measure(size);
            }
            Memory.print(suite);
        }
    }

    private void measure(long events) throws Exception {
        var stream = World.fresh("growth") + "-" + events;
        addStream(stream);
        System.out.printf("%n%,d events of %,d work items%n", events, events / 20);
        var seconds = imported(stream, log.of(events, events));
        var copied = copied(stream);
        System.out.printf(
                "  import %.1f s (%,.0f events/s), COPY of the same rows %.1f s, ratio %.2f%n",
                seconds, events / seconds, copied, seconds / copied);
        var more = imported(stream, log.of(MORE, events + 1));
        var empty = World.fresh("growth") + "-empty-" + events;
        addStream(empty);
        var alone = imported(empty, log.of(MORE, events + 2));
        System.out.printf(
                "  %,d more on top of them %.1f s, into an empty stream %.1f s, ratio %.2f%n",
                MORE, more, alone, more / alone);
        dashboards(stream);
    }

    private void addStream(String code) {
        suite.api()
                .as("head-it")
                .post(
                        Api.CATALOG + "/value-streams",
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Growth",
                                "purpose",
                                "To see how figures grow.",
                                "outcome",
                                "They do not.",
                                "owners",
                                List.of("it"),
                                "states",
                                Map.of(
                                        "New",
                                        "waiting",
                                        "Active",
                                        "active",
                                        "Awaiting User Info",
                                        "waiting",
                                        "Resolved",
                                        "done",
                                        "Closed",
                                        "done")))
                .expect(201);
    }

    private double imported(String stream, InputStream body) throws Exception {
        var mapping = Files.readString(RealLog.mapping());
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        suite.url()
                                                + Api.CATALOG
                                                + "/value-streams/"
                                                + stream
                                                + "/events?source=growth&mapping="
                                                + URLEncoder.encode(
                                                        mapping, StandardCharsets.UTF_8)))
                        .header("Authorization", "Bearer " + suite.token("integrator"))
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                        .build();
        var begun = System.nanoTime();
        var answer =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()
                        .send(request, HttpResponse.BodyHandlers.ofString());
        var seconds = (System.nanoTime() - begun) / 1e9;
        var result = new ObjectMapper().readTree(answer.body());
        if (answer.statusCode() != 200 || result.path("rejected").asLong() > 0) {
            throw new IllegalStateException("Import: " + answer.statusCode() + " " + answer.body());
        }
        return seconds;
    }

    /** Out to a file and in again, since ten million rows are more than memory holds. */
    private double copied(String stream) throws SQLException, IOException {
        var owner = suite.databases().owner("catalog");
        var file = Files.createTempFile("growth", ".copy");
        try (var connection =
                        DriverManager.getConnection(
                                suite.databases().url("catalog"), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = Files.newOutputStream(file)) {
                copy.copyOut(
                        """
                        COPY (SELECT e.* FROM work_item_event e JOIN value_stream s ON s.id = e.value_stream_id
                              WHERE s.code = '%s' ORDER BY e.line) TO STDOUT\
                        """
                                .formatted(stream),
                        out);
            }
            return copiedIn(connection, copy, file);
        } finally {
            Files.delete(file);
        }
    }

    private static double copiedIn(
            Connection connection, org.postgresql.copy.CopyManager copy, java.nio.file.Path file)
            throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var in = Files.newInputStream(file)) {
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
            statement.execute(
                    "CREATE TABLE %s (LIKE work_item_event, PRIMARY KEY (value_stream_id, era, work_item_id, identity))"
                            .formatted(TABLE));
            var begun = System.nanoTime();
            copy.copyIn("COPY " + TABLE + " FROM STDIN", in);
            var seconds = (System.nanoTime() - begun) / 1e9;
            statement.execute("DROP TABLE " + TABLE);
            return seconds;
        }
    }

    /** Something new is imported before each round, so that nothing is remembered of the last. */
    private void dashboards(String stream) {
        var fresh = new LinkedHashMap<String, List<Double>>();
        var again = new LinkedHashMap<String, List<Double>>();
        var imports = new ArrayList<Double>();
        var path = Api.CATALOG + "/value-streams/" + stream;
        for (var round = 0; round < ROUNDS; round++) {
            imports.add(timed(() -> importOne(path)));
            for (var question : DASHBOARD.entrySet()) {
                for (var times : List.of(fresh, again)) {
                    times.computeIfAbsent(question.getKey(), name -> new ArrayList<>())
                            .add(
                                    timed(
                                            () ->
                                                    suite.api()
                                                            .as("head-it")
                                                            .read(path + question.getValue())));
                }
            }
        }
        System.out.printf(
                "  one event more: p50 %.0f ms, p95 %.0f ms%n",
                at(imports, 0.5), at(imports, 0.95));
        System.out.println("                             right after an import       asked again");
        fresh.forEach(
                (name, times) ->
                        System.out.printf(
                                "  %-22s p50 %7.1f  p95 %7.1f ms   p50 %6.1f  p95 %6.1f ms%n",
                                name,
                                at(times, 0.5),
                                at(times, 0.95),
                                at(again.get(name), 0.5),
                                at(again.get(name), 0.95)));
        var all = fresh.values().stream().flatMap(List::stream).toList();
        System.out.printf(
                "  all of them            p50 %7.1f  p95 %7.1f ms%n", at(all, 0.5), at(all, 0.95));
    }

    private void importOne(String path) {
        suite.api()
                .as("integrator")
                .header("Content-Type", "application/x-ndjson")
                .post(
                        path + "/events?source=growth-one",
                        "{\"workItem\":\"ONE\",\"occurredAt\":\"%s\",\"activity\":\"New\",\"team\":\"Group 70\"}"
                                .formatted(Instant.now()))
                .expect(200);
    }

    private static double timed(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double at(List<Double> times, double share) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
