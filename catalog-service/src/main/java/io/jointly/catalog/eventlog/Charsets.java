package io.jointly.catalog.eventlog;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The character sets that exports of CSV come in. */
final class Charsets {
    static final String NAMES = "UTF-8, ISO-8859-1, windows-1252, UTF-16";
    private static final Map<String, Charset> KNOWN = known();

    private Charsets() {}

    static Optional<Charset> named(String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /** What the Content-Type says; null when it says none. */
    static String of(MediaType type) {
        var name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name != null && named(name).isEmpty()) {
            throw new BodyProblem.UnknownCharset(name, NAMES);
        }
        return name;
    }

    /**
     * Text of a body, which a byte order mark says the character set of, or else the sender; a byte
     * that is none of its characters is an error, not a question mark.
     */
    static Reader reader(InputStream in, String name) throws IOException {
        var pushback = new PushbackInputStream(in, 3);
        var first = pushback.readNBytes(3);
        var marked = marked(first);
        var skipped = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
        pushback.unread(first, skipped, first.length - skipped);
        var charset =
                marked != null
                        ? marked
                        : name == null ? StandardCharsets.UTF_8 : named(name).orElseThrow();
        return new InputStreamReader(pushback, charset.newDecoder());
    }

    private static Charset marked(byte[] first) {
        if (first.length >= 3
                && (first[0] & 0xFF) == 0xEF
                && (first[1] & 0xFF) == 0xBB
                && (first[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (first.length >= 2 && (first[0] & 0xFF) == 0xFE && (first[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (first.length >= 2 && (first[0] & 0xFF) == 0xFF && (first[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    private static Map<String, Charset> known() {
        var known = new TreeMap<String, Charset>(String.CASE_INSENSITIVE_ORDER);
        known.put("UTF-8", StandardCharsets.UTF_8);
        known.put("US-ASCII", StandardCharsets.US_ASCII);
        known.put("ISO-8859-1", StandardCharsets.ISO_8859_1);
        known.put("windows-1252", Charset.forName("windows-1252"));
        known.put("UTF-16", StandardCharsets.UTF_16);
        known.put("UTF-16LE", StandardCharsets.UTF_16LE);
        known.put("UTF-16BE", StandardCharsets.UTF_16BE);
        return known;
    }
}
