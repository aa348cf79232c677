package io.jointly.catalog.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XesEventsTest {
    private static final String EVENT =
            "<event><string key='concept:name' value='Check'/><date key='time:timestamp' value='2026-01-05T09:00:00Z'/>%s</event>";

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
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE log [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><log><string key='&b;' value=''/></log> | document type",
                "<!DOCTYPE log SYSTEM 'http://127.0.0.1:1/x.dtd'><log/> | document type",
                "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log><string key='a' value='&x;'/></log> | document type",
                "<!DOCTYPE log [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> %x;]><log/> | document type",
                "<log>&what;</log> | well-formed",
                "<log><trace></log> | well-formed",
                "<log> | well-formed",
                "nonsense | well-formed",
                "<log/><log/> | one log",
                "<log><log/></log> | log within a log",
                "<log><trace><log/></trace></log> | log within a log",
                "<pnml/> | not 'log'",
                "<?xml version='1.0' encoding='klingon'?><log/> | well-formed",
            })
    void refusesWhatIsNoLogOrIsABomb(String body, String because) {
        assertThatExceptionOfType(BodyProblem.BrokenXes.class)
                .isThrownBy(() -> read(body))
                .withMessageContaining(because);
    }

    @Test
    void refusesAMillionLaughsAndAQuadraticBlowUpAtOnce() {
        var laughs = new StringBuilder("<!DOCTYPE log [<!ENTITY l0 'ha'>");
        for (var i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d '&l%d;&l%d;'>".formatted(i, i - 1, i - 1));
        }
        laughs.append("]><log><string key='a' value='&l29;'/></log>");
        assertThatExceptionOfType(BodyProblem.BrokenXes.class)
                .isThrownBy(() -> read(laughs.toString()))
                .withMessageContaining("document type");
        var quadratic =
                "<!DOCTYPE log [<!ENTITY a '%s'>]><log><string key='a' value='%s'/></log>"
                        .formatted("x".repeat(100_000), "&a;".repeat(100_000));
        assertThatExceptionOfType(BodyProblem.BrokenXes.class)
                .isThrownBy(() -> read(quadratic))
                .withMessageContaining("document type");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLongForItsMemory() {
        for (var endless :
                List.of(
                        "<log>" + "<string key='a'>".repeat(100_000),
                        "<log>" + "<x>".repeat(100_000),
                        "<log><trace>" + "<list key='a'><values>".repeat(100_000))) {
            assertThatExceptionOfType(BodyProblem.BrokenXes.class)
                    .isThrownBy(() -> read(endless))
                    .withMessageContaining("deep");
        }
        for (var begin :
                List.of(
                        "<log><string key='a' value='",
                        "<log><!--",
                        "<log><?x ",
                        "<log><a",
                        "<log x='"))
            assertThatExceptionOfType(BodyProblem.BrokenXes.class)
                    .isThrownBy(() -> readAll(endless(begin, "xxxxxxxxxx", Long.MAX_VALUE)))
                    .withMessageMatching(".*(longer than|well-formed).*");
    }

    @Test
    void refusesALogOfEndlesslyManyNames() {
        var names = new StringBuilder("<log>");
        for (var i = 0; i < 100_001; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertThatExceptionOfType(BodyProblem.BrokenXes.class)
                .isThrownBy(() -> read(names.append("</log>").toString()))
                .withMessageContaining("none of XES");
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
    void refusesBytesThatAreNotOfItsEncoding() {
        var body = log(trace("Fäll", EVENT.formatted("")));
        assertThatExceptionOfType(BodyProblem.BrokenXes.class)
                .isThrownBy(
                        () ->
                                readAll(
                                        new ByteArrayInputStream(
                                                body.getBytes(StandardCharsets.ISO_8859_1))))
                .withMessageContaining("encoding");
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

    private static String log(String content) {
        return "<log xes.version='2.0' xmlns='http://www.xes-standard.org/'>" + content + "</log>";
    }

    private static String trace(String name, String events) {
        return "<trace><string key='concept:name' value='%s'/>%s</trace>".formatted(name, events);
    }

    private static ReadEvents read(String body) {
        return read(body, "{}");
    }

    private static ReadEvents read(String body, String mapping) {
        return ReadEvents.of(
                new XesEvents(ReadEvents.mapping(mapping).checkedForXes()),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadEvents readAll(InputStream in) throws IOException {
        var read = new ReadEvents();
        new XesEvents(FieldMapping.none()).readAll(in, read);
        return read;
    }

    /**
     * A beginning, and then the same again and again until so many bytes; well closed if it ends.
     */
    private static InputStream endless(String begin, String again, long bytes) {
        var first = begin.getBytes(StandardCharsets.UTF_8);
        var more = again.getBytes(StandardCharsets.UTF_8);
        var end = "</trace></log>".getBytes(StandardCharsets.UTF_8);
        var repeats = bytes / more.length;
        return new InputStream() {
            private long part = -1;
            private byte[] now = first;
            private int at;

            @Override
            public int read() {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (at == now.length) {
                    if (part > repeats) {
                        return -1;
                    }
                    part++;
                    now = part > repeats ? end : more;
                    at = 0;
                }
                var n = Math.min(length, now.length - at);
                System.arraycopy(now, at, buffer, offset, n);
                at += n;
                return n;
            }
        };
    }
}
