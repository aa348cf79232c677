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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The product's figures on a real XES log, against the ones known and against an independent
 * computation.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RealXesTest {
    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig()
                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);
    private static final Pattern TRACE = Pattern.compile("(?s)<trace>(.*?)</trace>");
    private static final Pattern EVENT = Pattern.compile("(?s)<event>(.*?)</event>");
    private static final Pattern ATTRIBUTE = Pattern.compile("key=\"([^\"]*)\" value=\"([^\"]*)\"");

    @Test
    void givesTheKnownFiguresOfTheReceiptLogByGroup() throws IOException {
        var stream = Streams.create();
        var first = load(stream, "{\"endState\":\"Closed\"}");
        assertThat(first.getLong("events")).isEqualTo(8_577);
        assertThat(first.getLong("accepted")).isEqualTo(8_577);
        assertThat(first.getLong("workItems")).isEqualTo(1_434);

        var flow = get(stream, "flow");
        assertThat(flow.getLong("workItems")).isEqualTo(1_434);
        assertThat(flow.getLong("done")).isEqualTo(1_434);
        assertThat(flow.getLong("events")).isEqualTo(8_577);
        assertThat(flow.getLong("handoffs.total")).isEqualTo(5_440);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(269);
        assertThat(flow.getDouble("meanFlowTimeHours") / 24).isCloseTo(5.4081, within(0.00005));
        var pairs = get(stream, "handoffs?limit=10000");
        assertThat(pairs.getString("items[0].from")).isEqualTo("Group 3");
        assertThat(pairs.getString("items[0].to")).isEqualTo("Group 2");
        assertThat(pairs.getLong("items[0].count")).isEqualTo(992);
        assertAgree(
                flow,
                pairs,
                new IndependentFigures(read("org:group"), IndependentFigures.Event::team));

        var again = load(stream, "{\"endState\":\"Closed\"}");
        assertThat(again.getLong("accepted")).isZero();
        assertThat(again.getLong("duplicate")).isEqualTo(8_577);
        // The end of a trace is no part of what identifies an event.
        assertThat(load(stream, "{}").getLong("duplicate")).isEqualTo(8_577);
    }

    @Test
    void givesTheKnownFiguresOfTheReceiptLogByPerson() throws IOException {
        var stream = Streams.create();
        load(stream, "{\"team\":\"org:resource\",\"actor\":\"\",\"endState\":\"Closed\"}");
        var flow = get(stream, "flow");
        assertThat(flow.getLong("handoffs.total")).isEqualTo(1_208);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(107);
        assertAgree(
                flow,
                get(stream, "handoffs?limit=10000"),
                new IndependentFigures(read("org:resource"), IndependentFigures.Event::team));
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
        }
    }

    private static JsonPath load(String stream, String mapping) throws IOException {
        return Streams.asIntegrator()
                .contentType("application/xes+xml")
                .header("Content-Encoding", "gzip")
                .queryParam("source", "receipt")
                .queryParam("mapping", mapping)
                .body(Files.readAllBytes(RealLog.requireReceipt()))
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

    /** Read by pattern, so that not even the XML parser is shared with the product. */
    private static List<IndependentFigures.Event> read(String team) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var log = new GZIPInputStream(Files.newInputStream(RealLog.requireReceipt()))) {
            log.transferTo(bytes);
        }
        var events = new ArrayList<IndependentFigures.Event>();
        var traces = TRACE.matcher(bytes.toString(StandardCharsets.UTF_8));
        while (traces.find()) {
            var item = attribute(traces.group(1).replaceAll(EVENT.pattern(), ""), "concept:name");
            var inTrace = EVENT.matcher(traces.group(1));
            while (inTrace.find()) {
                events.add(
                        new IndependentFigures.Event(
                                item,
                                OffsetDateTime.parse(attribute(inTrace.group(1), "time:timestamp"))
                                        .toInstant(),
                                null,
                                attribute(inTrace.group(1), "concept:name"),
                                attribute(inTrace.group(1), team),
                                null));
            }
        }
        return events;
    }

    private static String attribute(String text, String key) {
        return ATTRIBUTE
                .matcher(text)
                .results()
                .filter(match -> match.group(1).equals(key))
                .map(match -> match.group(2))
                .findFirst()
                .orElse(null);
    }
}
