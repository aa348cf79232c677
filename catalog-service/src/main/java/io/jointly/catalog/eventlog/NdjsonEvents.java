package io.jointly.catalog.eventlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads one JSON object a line; a line that is none, or is too long, is rejected, the others go on.
 */
final class NdjsonEvents implements EventReader {
    static final int LONGEST_LINE = 1024 * 1024;

    private final ObjectReader reader;
    private final byte[] buffer = new byte[64 * 1024];
    private byte[] line = new byte[4096];
    private int length;

    NdjsonEvents(ObjectMapper json) {
        this.reader =
                json.readerFor(WorkItemEvent.class)
                        .with(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES);
    }

    @Override
    public void readAll(InputStream in, EventSink sink) throws IOException {
        var number = 1L;
        var tooLong = false;
        for (int read; (read = in.read(buffer)) >= 0; ) {
            var start = 0;
            for (var i = 0; i < read; i++) {
                if (buffer[i] != '\n') {
                    continue;
                }
                tooLong |= !append(start, i);
                hand(number++, tooLong, false, sink);
                tooLong = false;
                start = i + 1;
            }
            tooLong |= !append(start, read);
        }
        if (length > 0 || tooLong) {
            hand(number, tooLong, true, sink);
        }
    }

    /** False when the line gets too long; what is beyond is not kept. */
    private boolean append(int from, int to) {
        if (length + to - from > LONGEST_LINE) {
            length = LONGEST_LINE;
            return false;
        }
        if (length + to - from > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + to - from));
        }
        System.arraycopy(buffer, from, line, length, to - from);
        length += to - from;
        return true;
    }

    private void hand(long number, boolean tooLong, boolean last, EventSink sink) {
        try {
            if (tooLong) {
                throw new Rejection(null, "is longer than " + LONGEST_LINE + " bytes");
            }
            if (!isBlank()) {
                sink.accept(number, parse(last));
            }
        } catch (Rejection e) {
            sink.reject(number, e);
        } finally {
            length = 0;
        }
    }

    private WorkItemEvent parse(boolean last) {
        try {
            WorkItemEvent event = reader.readValue(line, 0, length);
            if (event == null) {
                throw new Rejection(null, "is not a JSON object");
            }
            return event;
        } catch (JsonMappingException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Rejection rejection) {
                    throw rejection;
                }
            }
            var field = e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
            throw new Rejection(
                    field,
                    e instanceof com.fasterxml.jackson.databind.exc.PropertyBindingException
                            ? "is not a field of an event"
                            : "occurredAt".equals(field)
                                    ? "is not an RFC 3339 time such as 2026-01-31T09:30:00Z"
                                    : "has the wrong type or form");
        } catch (JsonEOFException e) {
            throw new Rejection(
                    null,
                    last
                            ? "is not JSON: the body ends in the middle of it"
                            : "is not JSON: it ends too early");
        } catch (JsonProcessingException e) {
            throw new Rejection(null, "is not JSON");
        } catch (IOException e) {
            throw new Rejection(null, "cannot be read");
        }
    }

    private boolean isBlank() {
        for (var i = 0; i < length; i++) {
            if (line[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
