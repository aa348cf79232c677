package io.jointly.local.importing;

import io.jointly.local.workspace.LocalProblem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An event log file as it goes over the wire: plain, or gzipped when the file is compressed
 * already. A zip is not unpacked for that: its compressed bytes are what a gzip holds as well.
 */
public final class EventLog implements AutoCloseable {
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final Path file;
    private final ZipFile zip;
    private final ZipArchiveEntry entry;
    private final boolean gzipped;
    private final Format format;

    /** What a log is written in. */
    public enum Format {
        CSV("text/csv"),
        NDJSON("application/x-ndjson"),
        XES("application/xes+xml");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    private EventLog(Path file, ZipFile zip, ZipArchiveEntry entry, boolean gzipped)
            throws IOException {
        this.file = file;
        this.zip = zip;
        this.entry = entry;
        this.gzipped = gzipped;
        this.format = formatOf(entry == null ? file.getFileName().toString() : entry.getName());
    }

    /** Opens a file and finds out from its first bytes what it is. */
    public static EventLog open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LocalProblem("There is no file %s.".formatted(file));
        }
        try {
            var start = firstBytes(file);
            if (start[0] == 'P' && start[1] == 'K') {
                return ofZip(file);
            }
            return new EventLog(
                    file, null, null, (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b);
        } catch (IOException e) {
            throw new LocalProblem("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(2);
            if (bytes.length < 2) {
                throw new LocalProblem("%s is empty.".formatted(file));
            }
            return bytes;
        }
    }

    private static EventLog ofZip(Path file) throws IOException {
        var zip = ZipFile.builder().setPath(file).get();
        var entries =
                java.util.Collections.list(zip.getEntries()).stream()
                        .filter(
                                entry ->
                                        !entry.isDirectory()
                                                && !entry.getName().startsWith("__MACOSX/"))
                        .toList();
        if (entries.size() != 1) {
            zip.close();
            throw new LocalProblem(
                    "%s holds %d files; a zip with one event log is expected."
                            .formatted(file, entries.size()));
        }
        return new EventLog(
                file, zip, entries.get(0), entries.get(0).getMethod() == ZipEntry.DEFLATED);
    }

    private Format formatOf(String name) throws IOException {
        var lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (lower.endsWith(".csv")) {
            return Format.CSV;
        }
        if (lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
            return Format.NDJSON;
        }
        if (lower.endsWith(".xes")) {
            return Format.XES;
        }
        return switch (firstCharacter()) {
            case '{' -> Format.NDJSON;
            case '<' -> Format.XES;
            default -> Format.CSV;
        };
    }

    private int firstCharacter() throws IOException {
        try (var raw = new BufferedInputStream(body());
                var text = gzipped ? new GZIPInputStream(raw) : raw) {
            int character = text.read();
            // A byte order mark may come before it.
            while (character >= 0
                    && (Character.isWhitespace(character) || character >= 0x80 || character == 0)) {
                character = text.read();
            }
            return character;
        }
    }

    public Format format() {
        return format;
    }

    /** Whether the body is gzipped. */
    public boolean gzipped() {
        return gzipped;
    }

    /** How many bytes {@link #body()} will give. */
    public long size() throws IOException {
        if (zip == null) {
            return Files.size(file);
        }
        return gzipped
                ? GZIP_HEADER.length + entry.getCompressedSize() + 2L * Integer.BYTES
                : entry.getSize();
    }

    /** The bytes to send. */
    public InputStream body() throws IOException {
        if (zip == null) {
            return Files.newInputStream(file);
        }
        if (!gzipped) {
            return zip.getInputStream(entry);
        }
        var parts =
                List.of(
                        new ByteArrayInputStream(GZIP_HEADER),
                        zip.getRawInputStream(entry),
                        new ByteArrayInputStream(gzipTrailer()));
        return new SequenceInputStream(java.util.Collections.enumeration(parts));
    }

    private byte[] gzipTrailer() {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) entry.getCrc())
                .putInt((int) entry.getSize())
                .array();
    }

    @Override
    public void close() {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new LocalProblem("%s cannot be closed.".formatted(file), e);
        }
    }
}
