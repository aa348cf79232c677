package io.jointly.catalog.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.jointly.catalog.RealLog;
import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
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
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);
    private static final String MAPPING =
            """
            {"workItem":"number","occurredAt":"sys_updated_at","activity":"incident_state","team":"assignment_group","actor":"assigned_to",
             "slaMet":"made_sla","type":"category","attributes":["priority","contact_type"],"noValue":["?"],"timeFormat":"d/M/uuuu HH:mm"%s}
            """;

    @Test
    void givesTheKnownFiguresOfTheIncidentLog() throws IOException {
        var stream = Streams.create();
        var events = read(false);
        var first = load(stream, "");
        assertThat(first.getLong("events")).isEqualTo(141_712);
        assertThat(first.getLong("accepted")).isEqualTo(141_712);
        assertThat(first.getLong("workItems")).isEqualTo(24_918);

        var flow = get(stream, "flow");
        assertThat(flow.getLong("workItems")).isEqualTo(24_918);
        assertThat(flow.getLong("done")).isEqualTo(24_918);
        assertThat(flow.getLong("handoffs.total")).isEqualTo(19_087);
        assertThat(flow.getLong("handoffs.items")).isEqualTo(9_575);
        assertThat(flow.getLong("handoffs.max")).isEqualTo(25);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(2_216);
        assertThat(flow.getLong("pingPong.occurrences")).isEqualTo(3_675);
        assertThat(flow.getDouble("meanFlowTimeHours")).isEqualTo(315.2429);
        assertAgree(
                flow,
                get(stream, "handoffs?limit=10000"),
                new IndependentFigures(events, IndependentFigures.Event::team));

        var handoffs = get(stream, "handoffs?limit=1");
        assertThat(handoffs.getLong("pairs")).isEqualTo(1_060);
        assertThat(handoffs.getString("items[0].from")).isEqualTo("Group 20");
        assertThat(handoffs.getString("items[0].to")).isEqualTo("Group 70");
        assertThat(handoffs.getLong("items[0].count")).isEqualTo(1_088);
        assertThat(handoffs.getDouble("items[0].meanWaitHours")).isCloseTo(16.658, within(0.0005));

        var again = load(stream, "");
        assertThat(again.getLong("accepted")).isZero();
        assertThat(again.getLong("duplicate")).isEqualTo(141_712);
        assertThat(get(stream, "flow").getLong("handoffs.total")).isEqualTo(19_087);
    }

    @Test
    void ordersBySequenceBeforeTimeWhereTheSourceGivesOne() throws IOException {
        var stream = Streams.create();
        load(stream, ",\"sequence\":\"sys_mod_count\"");
        var flow = get(stream, "flow");
        assertThat(flow.getLong("handoffs.total")).isEqualTo(19_088);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(2_217);
        assertThat(flow.getLong("pingPong.occurrences")).isEqualTo(3_676);
        assertAgree(
                flow,
                get(stream, "handoffs?limit=10000"),
                new IndependentFigures(read(true), IndependentFigures.Event::team));
    }

    private static void assertAgree(JsonPath flow, JsonPath handoffs, IndependentFigures expected) {
        assertThat(flow.getLong("workItems")).isEqualTo(expected.items);
        assertThat(flow.getLong("handoffs.total")).isEqualTo(expected.handoffs);
        assertThat(flow.getLong("handoffs.items")).isEqualTo(expected.itemsWithHandoffs);
        assertThat(flow.getLong("handoffs.max")).isEqualTo(expected.mostHandoffs);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(expected.pingPongItems);
        assertThat(flow.getLong("pingPong.occurrences")).isEqualTo(expected.pingPongs);
        assertThat(flow.getLong("rework.events")).isEqualTo(expected.reworkedEvents);
        assertThat(flow.getDouble("meanFlowTimeHours"))
                .isCloseTo(expected.meanFlowHours, within(0.0001));
        List<java.util.Map<String, Object>> pairs = handoffs.getList("items");
        assertThat(pairs).hasSize(expected.waitHours.size());
        for (var pair : pairs) {
            var key =
                    new IndependentFigures.Pair((String) pair.get("from"), (String) pair.get("to"));
            assertThat(((Number) pair.get("count")).intValue())
                    .as(key.toString())
                    .isEqualTo(expected.waitHours.get(key).size());
            assertThat(((Number) pair.get("meanWaitHours")).doubleValue())
                    .as(key.toString())
                    .isCloseTo(expected.meanWaitHours(key), within(0.0001));
            assertThat(((Number) pair.get("p85WaitHours")).doubleValue())
                    .as(key.toString())
                    .isCloseTo(expected.waitPercentileHours(key, 0.85), within(0.0001));
        }
    }

    static JsonPath load(String stream, String more) throws IOException {
        return Streams.asIntegrator()
                .contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .queryParam("source", "incidents")
                .queryParam("mapping", MAPPING.formatted(more))
                .body(packed())
                .post(Streams.BASE + stream + "/events")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0))
                .extract()
                .jsonPath(DOUBLES);
    }

    private static JsonPath get(String stream, String what) {
        return Streams.asReader()
                .get(Streams.BASE + stream + "/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(DOUBLES);
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
