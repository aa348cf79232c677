package io.jointly.acceptance.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.RealLog;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.ZipInputStream;
import org.postgresql.PGConnection;

/**
 * The real log through the gateway, beside COPY of the same rows, with the same key, into a plain
 * table of the same PostgreSQL.
 */
final class ImportRate {
    private static final String TABLE = "acceptance_copy";

    private final RunningSuite suite;
    private final World world;
    private final byte[] rows;

    ImportRate(RunningSuite suite, World world) throws IOException {
        this.suite = suite;
        this.world = world;
        this.rows = rows();
    }

    /** Both in turn, so that a noisy machine is noisy for both. */
    void print(int rounds) throws SQLException, IOException {
        var imports = new double[rounds];
        var copies = new double[rounds];
        var ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            imports[round] = imported(World.fresh("import") + "-" + round);
            copies[round] = copied();
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

    private double copied() throws SQLException, IOException {
        var owner = suite.databases().owner("catalog");
        try (var connection =
                DriverManager.getConnection(
                        suite.databases().url("catalog"), owner.user(), owner.password())) {
            return copied(connection);
        }
    }

    private double copied(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
            statement.execute(
                    "CREATE TABLE "
                            + TABLE
                            + " (stream text, work_item text, position integer, occurred_at"
                            + " timestamp, activity text, team text, actor text, type text, sla_met"
                            + " boolean, PRIMARY KEY (stream, work_item, position))");
            var begun = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + TABLE + " FROM STDIN (FORMAT csv)",
                            new ByteArrayInputStream(rows));
            var seconds = (System.nanoTime() - begun) / 1e9;
            statement.execute("DROP TABLE " + TABLE);
            return seconds;
        }
    }

    /**
     * The log's rows with the columns that the import keeps, each with its place in its journey.
     */
    private static byte[] rows() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var places = new java.util.HashMap<String, Integer>();
        try (var zip =
                new ZipInputStream(
                        java.nio.file.Files.newInputStream(RealLog.file().orElseThrow()))) {
            zip.getNextEntry();
            var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
                for (var record : csv) {
                    var item = record.getField("number");
                    bytes.write(
                            String.join(
                                            ",",
                                            "it-incidents",
                                            item,
                                            Integer.toString(places.merge(item, 1, Integer::sum)),
                                            instant(record.getField("sys_updated_at")),
                                            record.getField("incident_state"),
                                            record.getField("assignment_group"),
                                            record.getField("assigned_to"),
                                            record.getField("category"),
                                            record.getField("made_sla") + "\n")
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static String instant(String written) {
        var parts = written.split("[/ ]");
        return "%s-%s-%s %s".formatted(parts[2], parts[1], parts[0], parts[3]);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
