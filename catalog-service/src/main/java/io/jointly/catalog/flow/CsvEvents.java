package io.jointly.catalog.flow;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads CSV (RFC 4180) with a header line, by a column mapping. */
final class CsvEvents {
    private static final int LONGEST_RECORD = 1024 * 1024;

    private final ColumnMapping mapping;
    private final InputStream in;

    CsvEvents(ColumnMapping mapping, InputStream in) {
        this.mapping = mapping;
        this.in = in;
    }

    void readAll(EventSink sink) throws IOException {
        var line = 1L;
        var text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        try (var csv =
                CsvReader.builder()
                        .fieldSeparator(mapping.delimiter().charAt(0))
                        .maxBufferSize(LONGEST_RECORD)
                        .allowMissingFields(true) // told apart below, line by line
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                throw new FlowProblem.Mapping("", "has no header line to fit; the body is empty");
            }
            var header = records.next().getFields();
            var row = mapping.fit(header);
            while (records.hasNext()) {
                var record = records.next();
                line = record.getStartingLineNumber();
                hand(record, header.size(), row, sink);
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new FlowProblem.BrokenCsv(line, "it is not UTF-8");
            }
            throw new FlowProblem.BrokenCsv(
                    line,
                    "a record is longer than %d characters, perhaps a quote is not closed"
                            .formatted(LONGEST_RECORD));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CharacterCodingException e) {
            throw new FlowProblem.BrokenCsv(line, "it is not UTF-8");
        }
    }

    private static void hand(CsvRecord record, int columns, ColumnMapping.Row row, EventSink sink) {
        try {
            if (record.getFieldCount() != columns) {
                throw new Rejection(
                        null,
                        "has %d cells, the header has %d"
                                .formatted(record.getFieldCount(), columns));
            }
            sink.accept(record.getStartingLineNumber(), row.event(record.getFields()));
        } catch (Rejection e) {
            sink.reject(record.getStartingLineNumber(), e);
        }
    }
}
