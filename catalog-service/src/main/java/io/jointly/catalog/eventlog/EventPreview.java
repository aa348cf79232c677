package io.jointly.catalog.eventlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the beginning of a body as an import would, and says what would come of it. */
@ApplicationScoped
public class EventPreview {
    /** The beginning of a file is enough, and is all that a preview takes. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private static final int LARGEST_UNPACKED = 8 * 1024 * 1024;

    /**
     * Unpacked in parts, because what a cut file holds has to be kept, and most files are small.
     */
    private static final int PART = 16 * 1024;

    private final ObjectMapper json;

    EventPreview(ObjectMapper json) {
        this.json = json;
    }

    /** The beginning of a body, unpacked; {@code whole} when nothing follows it. */
    private record Beginning(byte[] bytes, boolean whole) {}

    /**
     * Looks at a body, of 2 MiB at most; nothing of it is kept.
     *
     * @param encoding as the Content-Encoding says; null for none
     * @param given the mapping to try; null to guess one
     * @param more whether the body is only the beginning of a file
     * @throws BodyProblem when the body cannot be read at all, or the mapping does not fit
     */
    public PreviewView look(
            String contentType,
            String encoding,
            FieldMapping given,
            boolean more,
            InputStream body) {
        var type = MediaType.valueOf(contentType);
        var format = EventFormat.of(type);
        var begin = beginning(format, encoding, more, body);
        return switch (format) {
            case NDJSON -> read(format, begin, null, null, List.of(), new NdjsonEvents(json));
            case XES -> xes(begin, given);
            case CSV -> csv(begin, given, Charsets.of(type));
        };
    }

    private PreviewView xes(Beginning begin, FieldMapping given) {
        var seen = new SeenColumns();
        var looking =
                new XesEvents(
                        FieldMapping.none(),
                        (trace, event) -> {
                            trace.forEach((key, value) -> seen.saw("trace:" + key, value));
                            event.forEach(seen::saw);
                        });
        run(begin, looking, new PreviewSink());
        var guess = MappingGuess.of(EventFormat.XES, seen.whole(), null, null);
        var mapping = EventFormat.XES.checked(given == null ? guess : given);
        return read(EventFormat.XES, begin, guess, mapping, seen.shown(), new XesEvents(mapping));
    }

    private PreviewView csv(Beginning begin, FieldMapping given, String stated) {
        var charset = stated != null || given != null ? stated : guessedCharset(begin.bytes());
        var delimiter =
                given != null && given.delimiter() != null
                        ? given.delimiter()
                        : guessedDelimiter(begin.bytes());
        var read = charset != null || given == null ? charset : given.charset();
        var seen = columns(begin, read, delimiter);
        var guess =
                MappingGuess.of(
                        EventFormat.CSV, seen.whole(), delimiter, stated == null ? charset : null);
        var mapping = given == null ? guess : given.checkedForCsv();
        var complete =
                Stream.of(mapping.workItem(), mapping.occurredAt(), mapping.activity())
                        .allMatch(Objects::nonNull);
        return complete
                ? read(
                        EventFormat.CSV,
                        begin,
                        guess,
                        mapping,
                        seen.shown(),
                        new CsvEvents(mapping.checkedForCsv(), stated))
                : read(EventFormat.CSV, begin, guess, mapping, seen.shown(), (in, sink) -> {});
    }

    private PreviewView read(
            EventFormat format,
            Beginning begin,
            FieldMapping guess,
            FieldMapping mapping,
            List<PreviewView.Column> columns,
            EventReader reader) {
        var sink = new PreviewSink();
        var whole = run(begin, reader, sink);
        return new PreviewView(
                format,
                !whole,
                columns,
                guess,
                mapping,
                format == EventFormat.CSV ? missing(mapping) : List.of(),
                sink.accepted() + sink.rejected(),
                sink.accepted(),
                sink.rejected(),
                sink.workItems(),
                sink.from(),
                sink.to(),
                sink.samples,
                sink.rejections);
    }

    private static List<String> missing(FieldMapping mapping) {
        return Stream.of(
                        mapping.workItem() == null ? "workItem" : null,
                        mapping.occurredAt() == null ? "occurredAt" : null,
                        mapping.activity() == null ? "activity" : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** True when the whole body was read. */
    private static boolean run(Beginning begin, EventReader reader, PreviewSink sink) {
        try {
            reader.readAll(
                    new ByteArrayInputStream(begin.bytes()),
                    new SaneEvents(sink, Clock.systemUTC()));
            return begin.whole();
        } catch (PreviewSink.Enough e) {
            return false;
        } catch (BodyProblem.BrokenXes | BodyProblem.BrokenCsv e) {
            // A beginning ends somewhere; where it is at fault itself, nothing of it was read.
            if (begin.whole() || sink.accepted() + sink.rejected() == 0) {
                throw e;
            }
            return false;
        } catch (IOException e) {
            throw new BodyProblem.CutOff(0);
        }
    }

    private static SeenColumns columns(Beginning begin, String charset, String delimiter) {
        var seen = new SeenColumns();
        try {
            var text =
                    CsvText.of(
                            Charsets.reader(new ByteArrayInputStream(begin.bytes()), charset),
                            delimiter);
            try (var csv = CsvEvents.open(text)) {
                var records = csv.iterator();
                if (!records.hasNext()) {
                    return seen;
                }
                var header = records.next().getFields();
                seen.name(header);
                for (var row = 0; row < 1_000 && records.hasNext(); row++) {
                    var cells = records.next().getFields();
                    for (var i = 0; i < Math.min(header.size(), cells.size()); i++) {
                        seen.saw(header.get(i), cells.get(i));
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            return seen; // reading it by the mapping says what is wrong with it
        }
        return seen;
    }

    private static Beginning beginning(
            EventFormat format, String encoding, boolean more, InputStream body) {
        try {
            var sent = body.readNBytes(LARGEST + 1);
            if (sent.length > LARGEST) {
                throw StandardProblem.tooLarge(
                        "A preview takes the first %d bytes of a file at most; cut it anywhere and say partial=true."
                                .formatted(LARGEST));
            }
            var begin = new Beginning(sent, !more);
            if (encoding != null && !encoding.equals("identity")) {
                if (!encoding.equals("gzip")) {
                    throw new BodyProblem.UnknownEncoding(encoding);
                }
                begin = unpacked(sent, more);
            }
            return format == EventFormat.XES || begin.whole()
                    ? begin
                    : new Beginning(upToLastLine(begin.bytes()), false);
        } catch (IOException e) {
            throw new BodyProblem.CutOff(0);
        }
    }

    private static Beginning unpacked(byte[] sent, boolean more) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            var part = new byte[PART];
            for (int read;
                    bytes.size() < LARGEST_UNPACKED
                            && (read =
                                            gzip.read(
                                                    part,
                                                    0,
                                                    Math.min(
                                                            PART, LARGEST_UNPACKED - bytes.size())))
                                    > 0; ) {
                bytes.write(part, 0, read);
            }
        } catch (EOFException e) {
            if (!more) {
                throw new BodyProblem.BrokenGzip(0);
            }
        } catch (ZipException e) {
            throw new BodyProblem.BrokenGzip(0);
        } catch (IOException e) {
            throw new BodyProblem.CutOff(0);
        }
        return new Beginning(bytes.toByteArray(), !more && bytes.size() < LARGEST_UNPACKED);
    }

    /** Without the line that the cut goes through. */
    private static byte[] upToLastLine(byte[] bytes) {
        for (var i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                // In UTF-16 little endian the line end has a second byte.
                var wide = bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && i + 1 < bytes.length;
                return Arrays.copyOf(bytes, wide ? i + 2 : i + 1);
            }
        }
        return bytes;
    }

    private static String guessedCharset(byte[] bytes) {
        var marked = bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE;
        if (marked) {
            return null;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return null;
        } catch (CharacterCodingException e) {
            return "windows-1252";
        }
    }

    /** Whatever of the usual separators the first line has most of. */
    private static String guessedDelimiter(byte[] bytes) {
        var text =
                new String(bytes, 0, Math.min(bytes.length, 16_384), StandardCharsets.ISO_8859_1);
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Stream.of("|", "\t", ";", ",") // of equals the last
                .max(
                        java.util.Comparator.comparingLong(
                                d -> first.chars().filter(c -> c == d.charAt(0)).count()))
                .orElse(",");
    }
}
