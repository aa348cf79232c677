package io.jointly.catalog.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jointly.catalog.RealLog;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * The product's figures on a real log, against the ones known and against an independent
 * computation.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RealLogTest {
    private static final String MAPPING =
            """
            {"workItem":"number","occurredAt":"sys_updated_at","activity":"incident_state","team":"assignment_group","actor":"assigned_to",
             "slaMet":"made_sla","type":"category","attributes":["priority","contact_type"],"noValue":["?"],"timeFormat":"d/M/uuuu HH:mm"%s}
            """;

    @Test
    void givesTheKnownFiguresOfTheIncidentLog() throws IOException {
        var log = LoadedLog.none();
        var events = read(false);
        var first = load(log, "");
        assertThat(first.getLong("events")).isEqualTo(141_712);
        assertThat(first.getLong("accepted")).isEqualTo(141_712);
        assertThat(first.getLong("workItems")).isEqualTo(24_918);

        var flow = log.get("flow");
        assertThat(flow.getLong("workItems")).isEqualTo(24_918);
        assertThat(flow.getLong("done")).isEqualTo(24_918);
        assertThat(flow.getLong("handoffs.total")).isEqualTo(19_087);
        assertThat(flow.getLong("handoffs.items")).isEqualTo(9_575);
        assertThat(flow.getLong("handoffs.max")).isEqualTo(25);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(2_216);
        assertThat(flow.getLong("pingPong.occurrences")).isEqualTo(3_675);
        assertThat(flow.getDouble("meanFlowTimeHours")).isEqualTo(315.2429);
        log.assertAgrees(events);

        var handoffs = log.get("handoffs?limit=1");
        assertThat(handoffs.getLong("pairs")).isEqualTo(1_060);
        assertThat(handoffs.getString("items[0].from")).isEqualTo("Group 20");
        assertThat(handoffs.getString("items[0].to")).isEqualTo("Group 70");
        assertThat(handoffs.getLong("items[0].count")).isEqualTo(1_088);
        assertThat(handoffs.getDouble("items[0].meanWaitHours")).isCloseTo(16.658, within(0.0005));

        var again = load(log, "");
        assertThat(again.getLong("accepted")).isZero();
        assertThat(again.getLong("duplicate")).isEqualTo(141_712);
        assertThat(log.get("flow").getLong("handoffs.total")).isEqualTo(19_087);
    }

    @Test
    void ordersBySequenceBeforeTimeWhereTheSourceGivesOne() throws IOException {
        var log = LoadedLog.none();
        load(log, ",\"sequence\":\"sys_mod_count\"");
        var flow = log.get("flow");
        assertThat(flow.getLong("handoffs.total")).isEqualTo(19_088);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(2_217);
        assertThat(flow.getLong("pingPong.occurrences")).isEqualTo(3_676);
        log.assertAgrees(read(true));
    }

    static JsonPath load(LoadedLog log, String more) throws IOException {
        return log.load("incidents", "text/csv", MAPPING.formatted(more), packed());
    }

    private static byte[] packed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var log = RealLog.csv();
                var gzip = new GZIPOutputStream(bytes)) {
            log.transferTo(gzip);
        }
        return bytes.toByteArray();
    }

    /**
     * Read by hand, so that not even the CSV library is shared with the product; the log has no
     * quotes.
     */
    private static List<IndependentFigures.Event> read(boolean sequenced) throws IOException {
        var times = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm");
        var events = new ArrayList<IndependentFigures.Event>();
        try (var lines =
                new BufferedReader(new InputStreamReader(RealLog.csv(), StandardCharsets.UTF_8))) {
            var header = Arrays.asList(lines.readLine().split(",", -1));
            for (String line; (line = lines.readLine()) != null; ) {
                var cells = line.split(",", -1);
                var team = cells[header.indexOf("assignment_group")];
                events.add(
                        new IndependentFigures.Event(
                                cells[header.indexOf("number")],
                                LocalDateTime.parse(cells[header.indexOf("sys_updated_at")], times)
                                        .toInstant(ZoneOffset.UTC),
                                sequenced
                                        ? Long.valueOf(cells[header.indexOf("sys_mod_count")])
                                        : null,
                                cells[header.indexOf("incident_state")],
                                team.equals("?") ? null : team,
                                null));
            }
        }
        return events;
    }
}
