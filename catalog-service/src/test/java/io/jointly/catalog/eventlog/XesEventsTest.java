package io.jointly.catalog.eventlog;

import static io.jointly.catalog.eventlog.XesLogs.EVENT;
import static io.jointly.catalog.eventlog.XesLogs.endless;
import static io.jointly.catalog.eventlog.XesLogs.log;
import static io.jointly.catalog.eventlog.XesLogs.read;
import static io.jointly.catalog.eventlog.XesLogs.readAll;
import static io.jointly.catalog.eventlog.XesLogs.trace;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XesEventsTest {
    @Test
    void takesTheStandardKeysWithoutAMapping() {
        var read =
                read(
                        log(
                                trace(
                                        "case-1",
                                        EVENT.formatted(
                                                "<string key='org:group' value='Desk'/><string key='org:resource' value='Ann'/>"))));
        assertThat(read.events)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.workItem()).isEqualTo("case-1");
                            assertThat(event.activity()).isEqualTo("Check");
                            assertThat(event.team()).isEqualTo("Desk");
                            assertThat(event.actor()).isEqualTo("Ann");
                            assertThat(event.state()).isNull();
                            assertThat(event.attributes()).isEmpty();
                            assertThat(event.occurredAt())
                                    .isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
                        });
    }

    @Test
    void readsALogWithANamespaceAPrefixAndWithoutEither() {
        var body = trace("A", EVENT.formatted(""));
        assertThat(read("<log xmlns='http://www.xes-standard.org/'>" + body + "</log>").events)
                .hasSize(1);
        assertThat(read("<log>" + body + "</log>").events).hasSize(1);
        var prefixed = body.replace("<", "<x:").replace("<x:/", "</x:");
        assertThat(
                        read("<x:log xmlns:x='http://www.xes-standard.org/'>"
                                        + prefixed
                                        + "</x:log>")
                                .events)
                .hasSize(1);
    }

    @Test
    void mapsAnyAttributeOfTheEventOrElseOfItsTrace() {
        var read =
                read(
                        log(
                                "<trace><string key='concept:name' value='A'/><string key='channel' value='Mail'/><string key='dept' value='hr'/>"
                                        + EVENT.formatted(
                                                "<string key='dept' value='it'/><boolean key='ok' value='true'/><int key='n' value='7'/>")
                                        + EVENT.formatted("")
                                        + "</trace>"),
                        "{\"department\":\"dept\",\"type\":\"trace:channel\",\"state\":\"event:dept\",\"slaMet\":\"ok\",\"sequence\":\"n\",\"attributes\":[\"trace:dept\"]}");
        assertThat(read.events).extracting(WorkItemEvent::department).containsExactly("it", "hr");
        assertThat(read.events).extracting(WorkItemEvent::state).containsExactly("it", null);
        assertThat(read.events).extracting(WorkItemEvent::type).containsOnly("Mail");
        assertThat(read.events).extracting(WorkItemEvent::slaMet).containsExactly(true, null);
        assertThat(read.events).extracting(WorkItemEvent::sequence).containsExactly(7L, null);
        assertThat(read.events.get(0).attributes()).isEqualTo(Map.of("dept", "hr"));
    }

    @Test
    void neverTakesTheTracesNameForAnActivity() {
        var read =
                read(
                        log(
                                trace(
                                        "A",
                                        "<event><date key='time:timestamp' value='2026-01-05T09:00:00Z'/></event>"
                                                + EVENT.formatted(""))));
        assertThat(read.events).hasSize(1);
        assertThat(read.rejections)
                .singleElement()
                .satisfies(
                        r -> {
                            assertThat(r.field()).isEqualTo("activity");
                            assertThat(r.reason()).isEqualTo("is missing (trace 1 'A', event 1)");
                        });
    }

    @Test
    void flattensNestedAttributesListsAndContainers() {
        var read =
                read(
                        log(
                                trace(
                                        "A",
                                        EVENT.formatted(
                                                """
                                                <string key='cost' value='10'><string key='currency' value='EUR'><string key='by' value='Ann'/></string></string>
                                                <list key='tags'><values><string key='tag' value='red'/><string key='tag' value='blue'/></values></list>
                                                <container key='box'><float key='weight' value='1.5'/></container>
                                                """))),
                        "{\"attributes\":[\"cost\",\"cost.currency\",\"cost.currency.by\",\"tags\",\"box.weight\"]}");
        assertThat(read.events.get(0).attributes())
                .isEqualTo(
                        Map.of(
                                "cost", "10",
                                "cost.currency", "EUR",
                                "cost.currency.by", "Ann",
                                "tags", "red, blue",
                                "box.weight", "1.5"));
    }

    @Test
    void takesGlobalValuesOnlyWhenAskedAndNeverForWhatIdentifies() {
        var log =
                log(
                        "<global scope='event'><string key='org:group' value='Desk'/><date key='time:timestamp' value='1970-01-01T00:00:00Z'/></global>"
                                + "<global scope='trace'><string key='concept:name' value='UNKNOWN'/><string key='kind' value='usual'/></global>"
                                + trace("A", EVENT.formatted(""))
                                + "<trace>"
                                + EVENT.formatted("")
                                + "</trace>"
                                + trace(
                                        "B",
                                        "<event><string key='concept:name' value='Check'/></event>"));
        assertThat(read(log).events).extracting(WorkItemEvent::team).containsOnlyNulls();
        var asked = read(log, "{\"globals\":true,\"type\":\"kind\"}");
        assertThat(asked.events).extracting(WorkItemEvent::team).containsExactly("Desk");
        assertThat(asked.events).extracting(WorkItemEvent::type).containsExactly("usual");
        assertThat(asked.rejections)
                .extracting(RejectedLine::reason)
                .containsExactly(
                        "is missing: the trace has no name before this event (trace 2, event 1)",
                        "is missing: the event has no 'time:timestamp' (trace 3 'B', event 1)");
    }

    @Test
    void takesAllTransitionsUnlessToldWhich() {
        var log =
                log(
                        trace(
                                "A",
                                EVENT.formatted(
                                                "<string key='lifecycle:transition' value='start'/>")
                                        + EVENT.formatted(
                                                "<string key='lifecycle:transition' value='COMPLETE'/>")
                                        + EVENT.formatted("")));
        assertThat(read(log).events).hasSize(3);
        assertThat(read(log, "{\"state\":\"lifecycle:transition\"}").events)
                .extracting(WorkItemEvent::state)
                .containsExactly("start", "COMPLETE", null);
        var some = read(log, "{\"lifecycle\":[\"complete\"]}");
        assertThat(some.events).hasSize(2);
        assertThat(some.lines).containsExactly(2L, 3L);
        assertThat(some.rejections).isEmpty();
    }

    @Test
    void leavesAWorkItemInTheEndStateWhenItsTraceEndsInTheOrderOfItsJourney() {
        var log =
                log(
                        trace(
                                "A",
                                at("2026-01-05T09:00:00Z")
                                        + at("2026-01-05T12:00:00Z")
                                        + at("2026-01-05T11:00:00Z")));
        var read = read(log, "{\"endState\":\"Closed\"}");
        assertThat(read.byLine())
                .extracting(WorkItemEvent::state)
                .containsExactly(null, "Closed", null);
        // The log may go on when it is sent again: the end is no part of what identifies the event.
        assertThat(read.byLine().get(1).fingerprint("s"))
                .isEqualTo(read(log).byLine().get(1).fingerprint("s"));
    }

    @Test
    void readsTimesWithoutAnOffsetInTheZoneOfTheMapping() {
        var log =
                log(
                        trace(
                                "A",
                                at("2026-01-05T09:00:00")
                                        + at("2026-07-05T09:00:00.250")
                                        + at("2026-07-05T09:00:00+0530")
                                        + at("2026-03-29T02:30:00") // skipped
                                        + at("2026-10-25T02:30:00"))); // comes twice
        assertThat(read(log, "{\"timeZone\":\"Europe/Amsterdam\"}").events)
                .extracting(event -> event.occurredAt().toString())
                .containsExactly(
                        "2026-01-05T08:00:00Z",
                        "2026-07-05T07:00:00.250Z",
                        "2026-07-05T03:30:00Z",
                        "2026-03-29T01:30:00Z",
                        "2026-10-25T00:30:00Z");
    }

    @Test
    void passesOverExtensionsClassifiersAndWhatOthersAdd() {
        var read =
                read(
                        log(
                                "<extension name='Time' prefix='time' uri='http://127.0.0.1:1/x'/><classifier name='A' keys='concept:name'/><string key='source' value='x'><int key='n' value='1'/></string><ours><thing/></ours><!-- note --><?note it?>"
                                        + trace(
                                                "A",
                                                EVENT.formatted("<mine x='1'><deep/></mine>"))));
        assertThat(read.events).hasSize(1);
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void leavesOutEventsOutsideOfTracesUnlessTheyNameTheirItem() {
        var log =
                log(
                        trace("A", EVENT.formatted("<string key='case' value='A'/>"))
                                + EVENT.formatted("<string key='case' value='B'/>"));
        var read = read(log);
        assertThat(read.events).hasSize(1);
        assertThat(read.rejections)
                .singleElement()
                .extracting(RejectedLine::reason)
                .isEqualTo(
                        "is missing: the event stands outside of any trace (outside of any trace)");
        assertThat(read(log, "{\"workItem\":\"event:case\"}").events)
                .extracting(WorkItemEvent::workItem)
                .containsExactly("A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1252"})
    void readsTheEncodingThatTheLogSays(String charset) throws IOException {
        var body =
                "<?xml version='1.0' encoding='%s'?>".formatted(charset)
                        + log(trace("Fäll", EVENT.formatted("")));
        var read = readAll(new ByteArrayInputStream(body.getBytes(Charset.forName(charset))));
        assertThat(read.events.get(0).workItem()).isEqualTo("Fäll");
    }

    @Test
    void readsALogOfHundredsOfMegabytesInLittleMemory() throws IOException {
        var begin = "<log><trace><string key='concept:name' value='A &amp; B'/>";
        var event =
                EVENT.formatted(
                        "<string key='note' value='&lt;%s&gt;'/>".formatted("x".repeat(400)));
        var count = new long[1];
        new XesEvents(FieldMapping.none())
                .readAll(
                        endless(begin, event, 300_000_000),
                        new EventSink() {
                            @Override
                            public void accept(long line, WorkItemEvent read) {
                                count[0]++;
                                if (count[0] == 100_000) {
                                    System.gc();
                                    used[0] = memory();
                                } else if (count[0] == 500_000) {
                                    System.gc();
                                    used[1] = memory();
                                }
                            }

                            @Override
                            public void reject(long line, Rejection reason) {
                                throw reason;
                            }
                        });
        assertThat(count[0]).isGreaterThan(500_000);
        assertThat(used[1] - used[0]).as("growth in bytes").isLessThan(16_000_000);
    }

    private final long[] used = new long[2];

    private static long memory() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String at(String time) {
        return EVENT.replace("2026-01-05T09:00:00Z", time).formatted("");
    }
}
