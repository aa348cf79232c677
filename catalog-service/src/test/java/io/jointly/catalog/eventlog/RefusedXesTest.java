package io.jointly.catalog.eventlog;

import static io.jointly.catalog.eventlog.XesLogs.EVENT;
import static io.jointly.catalog.eventlog.XesLogs.endless;
import static io.jointly.catalog.eventlog.XesLogs.log;
import static io.jointly.catalog.eventlog.XesLogs.read;
import static io.jointly.catalog.eventlog.XesLogs.readAll;
import static io.jointly.catalog.eventlog.XesLogs.trace;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are no XES log, or one that would harm whoever reads it. */
class RefusedXesTest {
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
}
