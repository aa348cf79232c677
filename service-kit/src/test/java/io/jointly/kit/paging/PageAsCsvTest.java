package io.jointly.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAsCsvTest {
    record Part(String name, int share) {}

    record Row(String code, BigDecimal amount, Part part, List<String> words) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "=cmd|' /C calc'!A0",
                "-",
                "-2+3+cmd|' /C calc'!A0",
                "+49 30 1234",
                "=HYPERLINK(\"http://evil.test\")"
            })
    void makesFormulasHarmless(String value) {
        var cell = PageAsCsv.cell(value);
        assertThat(cell.startsWith("'") || cell.startsWith("\"'")).as(cell).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "-1.5", "0", "17", "-1E-7", "1e+5", "a=b", "1-2", "2026-01-31", "x@y"})
    void leavesNumbersAndOrdinaryTextAlone(String value) {
        assertThat(PageAsCsv.cell(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a,b|\"a,b\"", "say \"hi\"|\"say \"\"hi\"\"\"", "`a\nb`|`\"a\nb\"`"})
    void quotesWhatNeedsIt(String value, String cell) {
        assertThat(PageAsCsv.cell(value)).isEqualTo(cell);
    }

    @Property
    void everyCellReadsBackAsItsValue(@ForAll String value) {
        var cell = PageAsCsv.cell(value);
        var read =
                cell.startsWith("\"")
                        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                        : cell;
        assertThat(read).isIn(value, "'" + value);
        assertThat(cell.startsWith("\"") || !cell.contains(",") && !cell.contains("\n")).isTrue();
    }

    @Test
    void flattensRecordsIntoColumns() throws Exception {
        var csv =
                write(
                        new Row("a", new BigDecimal("-1.25"), new Part("=x", 3), List.of("p", "q")),
                        new Row("b", null, null, List.of()));
        assertThat(csv)
                .isEqualTo(
                        "code,amount,part.name,part.share,words,part\r\n"
                                + "a,-1.25,'=x,3,p q,\r\n"
                                + "b,,,,,\r\n");
    }

    private static String write(Row... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        new PageAsCsv(new ObjectMapper())
                .writeTo(
                        new Page<>(List.of(rows), null, "/", null),
                        Page.class,
                        Page.class,
                        null,
                        null,
                        new MultivaluedHashMap<>(),
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
