package io.jointly.acceptance.benchmark;

import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.RealLog;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;

/**
 * The real log through the gateway, beside COPY of the rows that it stores into a table with the
 * same columns and key in the same PostgreSQL.
 */
final class ImportRate {
    private static final String TABLE = "acceptance_copy";

    /** What an import has stored, in the order in which it came. */
    private static final String ROWS =
            """
            COPY (SELECT e.* FROM work_item_event e JOIN work_item w ON w.id = e.work_item_id
                  JOIN value_stream s ON s.id = w.value_stream_id WHERE s.code = '%s' ORDER BY e.line) TO STDOUT\
            """;

    private final RunningSuite suite;
    private final World world;

    ImportRate(RunningSuite suite, World world) {
        this.suite = suite;
        this.world = world;
    }

    /** Both in turn, so that a noisy machine is noisy for both. */
    void print(int rounds) throws SQLException, IOException {
        var imports = new double[rounds];
        var copies = new double[rounds];
        var ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            var stream = World.fresh("import") + "-" + round;
            imports[round] = imported(stream);
            copies[round] = copied(stream);
            ratios[round] = imports[round] / copies[round];
            System.out.printf(
                    "round %d: import %.2f s, COPY %.2f s%n",
                    round + 1, imports[round], copies[round]);
        }
        System.out.printf(
                "import of %,d events: median %.2f s (%,.0f events/s), COPY of the same rows %.2f s"
                        + " (%,.0f rows/s), ratio %.2f%n",
                RealLog.EVENTS,
                median(imports),
                RealLog.EVENTS / median(imports),
                median(copies),
                RealLog.EVENTS / median(copies),
                median(ratios));
    }

    private double imported(String stream) {
        world.stream(stream, "Import of the real log");
        suite.token("integrator");
        var begun = System.nanoTime();
        var outcome = RealLog.importInto(suite, stream);
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (!outcome.accepted()) {
            throw new IllegalStateException(String.join("\n", outcome.lines()));
        }
        // Fetched once, so that a wrong import is no fast one.
        var flow =
                suite.api().as("head-it").read(Api.CATALOG + "/value-streams/" + stream + "/flow");
        if (flow.path("events").asInt() != RealLog.EVENTS) {
            throw new IllegalStateException("Only " + flow.path("events") + " events arrived.");
        }
        return seconds;
    }

    private double copied(String stream) throws SQLException, IOException {
        var owner = suite.databases().owner("catalog");
        try (var connection =
                        DriverManager.getConnection(
                                suite.databases().url("catalog"), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var rows = new ByteArrayOutputStream();
            copy.copyOut(ROWS.formatted(stream), rows);
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
            statement.execute(
                    "CREATE TABLE %s (LIKE work_item_event, PRIMARY KEY (value_stream_id, era, work_item_id, identity))"
                            .formatted(TABLE));
            var begun = System.nanoTime();
            copy.copyIn(
                    "COPY " + TABLE + " FROM STDIN", new ByteArrayInputStream(rows.toByteArray()));
            var seconds = (System.nanoTime() - begun) / 1e9;
            statement.execute("DROP TABLE " + TABLE);
            return seconds;
        }
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
