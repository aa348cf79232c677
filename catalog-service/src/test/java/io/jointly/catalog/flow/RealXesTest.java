package io.jointly.catalog.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jointly.catalog.RealLog;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
    private static final Pattern TRACE = Pattern.compile("(?s)<trace>(.*?)</trace>");
    private static final Pattern EVENT = Pattern.compile("(?s)<event>(.*?)</event>");
    private static final Pattern ATTRIBUTE = Pattern.compile("key=\"([^\"]*)\" value=\"([^\"]*)\"");

    @Test
    void givesTheKnownFiguresOfTheReceiptLogByGroup() throws IOException {
        var log = LoadedLog.none();
        var first = load(log, "{\"endState\":\"Closed\"}");
        assertThat(first.getLong("events")).isEqualTo(8_577);
        assertThat(first.getLong("accepted")).isEqualTo(8_577);
        assertThat(first.getLong("workItems")).isEqualTo(1_434);

        var flow = log.get("flow");
        assertThat(flow.getLong("workItems")).isEqualTo(1_434);
        assertThat(flow.getLong("done")).isEqualTo(1_434);
        assertThat(flow.getLong("events")).isEqualTo(8_577);
        assertThat(flow.getLong("handoffs.total")).isEqualTo(5_440);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(269);
        assertThat(flow.getDouble("meanFlowTimeHours") / 24).isCloseTo(5.4081, within(0.00005));
        var pairs = log.get("handoffs?limit=10000");
        assertThat(pairs.getString("items[0].from")).isEqualTo("Group 3");
        assertThat(pairs.getString("items[0].to")).isEqualTo("Group 2");
        assertThat(pairs.getLong("items[0].count")).isEqualTo(992);
        log.assertAgrees(read("org:group"));

        var again = load(log, "{\"endState\":\"Closed\"}");
        assertThat(again.getLong("accepted")).isZero();
        assertThat(again.getLong("duplicate")).isEqualTo(8_577);
        // The end of a trace is no part of what identifies an event.
        assertThat(load(log, "{}").getLong("duplicate")).isEqualTo(8_577);
    }

    @Test
    void givesTheKnownFiguresOfTheReceiptLogByPerson() throws IOException {
        var log = LoadedLog.none();
        load(log, "{\"team\":\"org:resource\",\"actor\":\"\",\"endState\":\"Closed\"}");
        var flow = log.get("flow");
        assertThat(flow.getLong("handoffs.total")).isEqualTo(1_208);
        assertThat(flow.getLong("pingPong.items")).isEqualTo(107);
        log.assertAgrees(read("org:resource"));
    }

    private static JsonPath load(LoadedLog log, String mapping) throws IOException {
        return log.load(
                "receipt",
                "application/xes+xml",
                mapping,
                Files.readAllBytes(RealLog.requireReceipt()));
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
