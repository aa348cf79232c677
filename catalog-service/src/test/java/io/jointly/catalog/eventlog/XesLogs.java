package io.jointly.catalog.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** XES logs to read, and reading them. */
final class XesLogs {
    /** An event, with a place for more attributes. */
    static final String EVENT =
            "<event><string key='concept:name' value='Check'/><date key='time:timestamp' value='2026-01-05T09:00:00Z'/>%s</event>";

    private XesLogs() {}

    static String log(String content) {
        return "<log xes.version='2.0' xmlns='http://www.xes-standard.org/'>" + content + "</log>";
    }

    static String trace(String name, String events) {
        return "<trace><string key='concept:name' value='%s'/>%s</trace>".formatted(name, events);
    }

    static ReadEvents read(String body) {
        return read(body, "{}");
    }

    static ReadEvents read(String body, String mapping) {
        return ReadEvents.of(
                new XesEvents(ReadEvents.mapping(mapping).checkedForXes()),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static ReadEvents readAll(InputStream in) throws IOException {
        var read = new ReadEvents();
        new XesEvents(FieldMapping.none()).readAll(in, read);
        return read;
    }

    /**
     * A beginning, and then the same again and again until so many bytes; well closed if it ends.
     */
    static InputStream endless(String begin, String again, long bytes) {
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
