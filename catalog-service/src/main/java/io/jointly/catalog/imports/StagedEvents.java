package io.jointly.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.catalog.eventlog.EventSink;
import io.jointly.catalog.eventlog.RejectedLine;
import io.jointly.catalog.eventlog.Rejection;
import io.jointly.catalog.eventlog.WorkItemEvent;
import io.jointly.catalog.flow.Journeys;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Streams events into a temporary table by PostgreSQL's binary COPY while they are read: nothing of
 * a file is held in memory, and nothing is seen by others before the merge commits.
 */
final class StagedEvents implements EventSink, AutoCloseable {
    private static final int SHOWN_REJECTIONS = 100;
    private static final long POSTGRES_EPOCH_SECONDS = 946_684_800L;
    private static final short COLUMNS = 14;
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
    };

    private final ObjectMapper json;
    private final String source;
    private final PGCopyOutputStream stream;
    private final DataOutputStream copy;
    private final List<RejectedLine> rejections = new ArrayList<>();
    private long staged;
    private long rejected;
    private long lastLine;

    StagedEvents(Connection connection, ObjectMapper json, String source)
            throws SQLException, IOException {
        this.json = json;
        this.source = source;
        try (var statement = connection.createStatement()) {
            statement.execute(Journeys.STAGED_EVENTS);
        }
        stream =
                new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class),
                        "COPY staged_event FROM STDIN (FORMAT binary)",
                        256 * 1024);
        copy = new DataOutputStream(stream);
        copy.write(SIGNATURE);
        copy.writeInt(0);
        copy.writeInt(0);
    }

    @Override
    public void accept(long line, WorkItemEvent event) {
        try {
            copy.writeShort(COLUMNS);
            write(line);
            write(event.fingerprint(source));
            write(event.workItem());
            write(event.eventId());
            write(micros(event.occurredAt()));
            write(event.sequence());
            write(event.activity());
            write(event.state());
            write(event.department());
            write(event.team());
            write(event.actor());
            write(event.type());
            write(event.slaMet());
            writeJson(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staged++;
        lastLine = line;
    }

    @Override
    public void reject(long line, Rejection reason) {
        if (rejected++ < SHOWN_REJECTIONS) {
            rejections.add(new RejectedLine(line, reason.field(), reason.getMessage()));
        }
        lastLine = line;
    }

    /** Leaves the connection usable when reading broke off. */
    void abandon() throws SQLException {
        if (stream.isActive()) {
            stream.cancelCopy();
        }
    }

    @Override
    public void close() throws IOException {
        copy.writeShort(-1);
        copy.close();
    }

    long staged() {
        return staged;
    }

    long rejected() {
        return rejected;
    }

    long lastLine() {
        return lastLine;
    }

    List<RejectedLine> rejections() {
        return rejections;
    }

    private static long micros(Instant time) {
        return (time.getEpochSecond() - POSTGRES_EPOCH_SECONDS) * 1_000_000
                + time.getNano() / 1_000;
    }

    private void write(Long value) throws IOException {
        if (value == null) {
            copy.writeInt(-1);
        } else {
            copy.writeInt(Long.BYTES);
            copy.writeLong(value);
        }
    }

    private void write(Boolean value) throws IOException {
        if (value == null) {
            copy.writeInt(-1);
        } else {
            copy.writeInt(1);
            copy.writeByte(value ? 1 : 0);
        }
    }

    private void write(String value) throws IOException {
        if (value == null) {
            copy.writeInt(-1);
        } else {
            write(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(byte[] value) throws IOException {
        copy.writeInt(value.length);
        copy.write(value);
    }

    private void writeJson(WorkItemEvent event) throws IOException {
        if (event.attributes().isEmpty()) {
            copy.writeInt(-1);
            return;
        }
        byte[] text;
        try {
            text = json.writeValueAsBytes(event.attributes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        copy.writeInt(text.length + 1);
        copy.writeByte(1); // version of jsonb's binary form
        copy.write(text);
    }
}
