package io.jointly.catalog.eventlog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** Reads CSV (RFC 4180) with a header line, by a mapping. */
final class CsvEvents implements EventReader {
    private static final int LONGEST_RECORD = 1024 * 1024;

    private final FieldMapping mapping;
    private final String charset;

    /**
     * @param charset as the Content-Type says; null leaves it to the mapping
     */
    CsvEvents(FieldMapping mapping, String charset) {
        this.mapping = mapping;
        this.charset = charset == null ? mapping.charset() : charset;
    }

    @Override
    public void readAll(InputStream in, EventSink sink) throws IOException {
        var line = 1L;
        var text = CsvText.of(Charsets.reader(in, charset), mapping.delimiter());
        try (var csv = open(text)) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                throw new BodyProblem.Mapping("", "has no header line to fit; the body is empty");
            }
            var header = records.next().getFields();
            var row = mapping.fit(header);
            sink.columns(header);
            while (records.hasNext()) {
                var record = records.next();
                if (text.endsInQuotes() && !records.hasNext()) {
                    throw unclosed(text);
                }
                line = text.line(record.getStartingLineNumber());
                hand(line, record, header.size(), row, sink);
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw wrongCharset(line);
            }
            throw text.endsInQuotes()
                    ? unclosed(text)
                    : new BodyProblem.BrokenCsv(
                            line,
                            "a record is longer than %d characters".formatted(LONGEST_RECORD));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw wrongCharset(line);
            }
            throw e.getCause();
        } catch (CharacterCodingException e) {
            throw wrongCharset(line);
        }
    }

    static CsvReader<CsvRecord> open(CsvText text) {
        return CsvReader.builder()
                .fieldSeparator(text.delimiter())
                .maxBufferSize(LONGEST_RECORD)
                .allowMissingFields(true) // told apart below, line by line
                .allowExtraFields(true)
                .ofCsvRecord(text);
    }

    private BodyProblem wrongCharset(long line) {
        return new BodyProblem.BrokenCsv(
                line,
                "it is not %s; say its character set in the Content-Type or in `charset` of the mapping (%s)"
                        .formatted(charset == null ? "UTF-8" : charset, Charsets.NAMES));
    }

    private static BodyProblem unclosed(CsvText text) {
        return new BodyProblem.BrokenCsv(
                text.quoteOpenedAt(), "the quote that opens there is never closed");
    }

    private static void hand(long line, CsvRecord record, int columns, CsvRow row, EventSink sink) {
        try {
            if (record.getFieldCount() != columns) {
                throw new Rejection(null, miscounted(record.getFields(), columns));
            }
            sink.accept(line, row.event(record.getFields()));
        } catch (Rejection e) {
            sink.reject(line, e);
        }
    }

    private static String miscounted(List<String> cells, int columns) {
        var count = "has %d cells, the header has %d".formatted(cells.size(), columns);
        var breaks =
                cells.stream().mapToLong(c -> c.chars().filter(ch -> ch == '\n').count()).sum();
        return breaks == 0
                ? count
                : count
                        + "; one of them runs over %d lines, perhaps a quote is closed too late"
                                .formatted(breaks + 1);
    }
}
