package io.jointly.catalog.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEventsTest {
    private static final String MAPPING =
            "{\"workItem\":\"id\",\"occurredAt\":\"at\",\"activity\":\"what\",\"team\":\"team\"%s}";
    private static final String BODY = "id,at,what,team\nA,2026-01-05T09:00:00Z,Geprüft,Fäll\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252"})
    void readsTheCharacterSetThatTheContentTypeSays(String charset) {
        var read =
                ReadEvents.of(
                        new CsvEvents(mapping(""), charset),
                        BODY.getBytes(Charset.forName(charset)));
        assertThat(read.events.get(0).team()).isEqualTo("Fäll");
    }

    @Test
    void readsTheCharacterSetThatTheMappingSays() {
        var read =
                ReadEvents.of(
                        new CsvEvents(mapping(",\"charset\":\"windows-1252\""), null),
                        BODY.replace("Fäll", "Fäll €").getBytes(Charset.forName("windows-1252")));
        assertThat(read.events.get(0).team()).isEqualTo("Fäll €");
    }

    @Test
    void letsAByteOrderMarkSayTheCharacterSet() {
        for (var charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            var read =
                    ReadEvents.of(
                            new CsvEvents(mapping(""), "ISO-8859-1"),
                            ("\uFEFF" + BODY).getBytes(charset));
            assertThat(read.events.get(0).team()).as(charset.name()).isEqualTo("Fäll");
        }
    }

    @Test
    void refusesBytesThatAreNoneOfTheCharacterSet() {
        assertThatExceptionOfType(BodyProblem.BrokenCsv.class)
                .isThrownBy(
                        () ->
                                ReadEvents.of(
                                        new CsvEvents(mapping(""), null),
                                        BODY.getBytes(StandardCharsets.ISO_8859_1)))
                .withMessageContaining("it is not UTF-8")
                .withMessageContaining("windows-1252");
    }

    @Test
    void takesTheSeparatorThatASpreadsheetSaysInItsFirstLine() {
        for (var end : List.of("\n", "\r\n")) {
            var read = read("sep=;" + end + BODY.replace(',', ';') + "B;;New;x" + end, mapping(""));
            assertThat(read.events).singleElement().extracting("team").isEqualTo("Fäll");
            assertThat(read.rejections).extracting(RejectedLine::line).containsExactly(4L);
        }
    }

    @Test
    void saysWhereAQuoteOpensThatIsNeverClosed() {
        assertThatExceptionOfType(BodyProblem.BrokenCsv.class)
                .isThrownBy(
                        () ->
                                read(
                                        BODY
                                                + "B,2026-01-05T09:00:00Z,\"New,x\n"
                                                + "C,2026-01-05T09:00:00Z,New,x\n".repeat(5),
                                        mapping("")))
                .withMessageContaining("From line 3")
                .withMessageContaining("never closed");
        assertThatExceptionOfType(BodyProblem.BrokenCsv.class)
                .isThrownBy(
                        () ->
                                read(
                                        BODY
                                                + "B,2026-01-05T09:00:00Z,\"New,x\n"
                                                + "C,2026-01-05T09:00:00Z,New,x\n".repeat(50_000),
                                        mapping("")))
                .withMessageContaining("From line 3");
    }

    @Test
    void readsQuotesAsTheyAreMeant() {
        var read =
                read(
                        "id,at,what,team\nA,2026-01-05T09:00:00Z,\"say \"\"hi\"\", she\",5\" pipe\nB,2026-01-05T09:00:00Z,\"two\nlines\",\"\"\n",
                        mapping(""));
        assertThat(read.events)
                .extracting(WorkItemEvent::activity)
                .containsExactly("say \"hi\", she", "two\nlines");
        assertThat(read.events).extracting(WorkItemEvent::team).containsExactly("5\" pipe", null);
    }

    @Test
    void leavesOutRowsOfAnotherLengthAndSaysWhy() {
        var read =
                read(
                        BODY
                                + "B,2026-01-05T09:00:00Z\n"
                                + "C,2026-01-05T09:00:00Z,New,x,y\n\n"
                                + "D,\"2026-01-05T09:00:00Z\nE,2026-01-05T09:00:00Z\",New\n"
                                + "F,2026-01-05T09:00:00Z,New,x\n",
                        mapping(""));
        assertThat(read.events).extracting(WorkItemEvent::workItem).containsExactly("A", "F");
        assertThat(read.rejections)
                .containsExactly(
                        new RejectedLine(3, null, "has 2 cells, the header has 4"),
                        new RejectedLine(4, null, "has 5 cells, the header has 4"),
                        new RejectedLine(
                                6,
                                null,
                                "has 3 cells, the header has 4; one of them runs over 2 lines, perhaps a quote is closed too late"));
    }

    @Test
    void refusesAColumnThatTheHeaderHasTwice() {
        assertThatExceptionOfType(BodyProblem.Mapping.class)
                .isThrownBy(
                        () ->
                                read(
                                        "id,at,what,team,team\nA,2026-01-05T09:00:00Z,New,x,y\n",
                                        mapping("")))
                .withMessageContaining("/team")
                .withMessageContaining("2 times");
        assertThat(
                        read("id,at,what,team,x,x\nA,2026-01-05T09:00:00Z,New,t,1,2\n", mapping(""))
                                .events)
                .hasSize(1);
    }

    @Test
    void readsTimesOfTheZoneOverTheChangesOfTheClock() {
        var read =
                read(
                        "id,at,what,team\n"
                                + "A,25/10/2026 02:30,x,\nA,29/3/2026 02:30,x,\nA,1/7/2026 12:00,x,\nA,31/2/2026 12:00,x,\n",
                        mapping(
                                ",\"timeFormat\":\"d/M/uuuu HH:mm\",\"timeZone\":\"Europe/Paris\""));
        assertThat(read.events)
                .extracting(event -> event.occurredAt().toString())
                .containsExactly(
                        "2026-10-25T00:30:00Z", "2026-03-29T01:30:00Z", "2026-07-01T10:00:00Z");
        assertThat(read.rejections)
                .containsExactly(
                        new RejectedLine(
                                5, "occurredAt", "is not a time of the form d/M/uuuu HH:mm"));
    }

    /** Whatever text the cells hold, quoting keeps it, and each event its line. */
    @Property(tries = 300)
    void keepsEveryCellAndTheOrder(
            @ForAll @Size(min = 1, max = 20) List<@StringLength(min = 1, max = 20) String> texts) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("id,at,what,team\n".getBytes(StandardCharsets.UTF_8));
        var kept =
                texts.stream()
                        .map(
                                text ->
                                        new String(
                                                text.getBytes(StandardCharsets.UTF_8),
                                                StandardCharsets.UTF_8))
                        .map(text -> text.replace("\0", "") + "x")
                        .toList();
        for (var text : kept) {
            body.writeBytes(
                    "A,2026-01-05T09:00:00Z,\"%s\",\n"
                            .formatted(text.replace("\"", "\"\""))
                            .getBytes(StandardCharsets.UTF_8));
        }
        var read = ReadEvents.of(new CsvEvents(mapping(""), null), body.toByteArray());
        assertThat(read.rejections).isEmpty();
        assertThat(read.events).extracting(WorkItemEvent::activity).isEqualTo(kept);
        assertThat(read.lines).isSorted().doesNotHaveDuplicates();
    }

    private static ReadEvents read(String body, FieldMapping mapping) {
        return ReadEvents.of(new CsvEvents(mapping, null), body.getBytes(StandardCharsets.UTF_8));
    }

    private static FieldMapping mapping(String more) {
        return ReadEvents.mapping(MAPPING.formatted(more)).checkedForCsv();
    }
}
