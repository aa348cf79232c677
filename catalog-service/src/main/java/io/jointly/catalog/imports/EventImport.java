package io.jointly.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.eventlog.BodyProblem;
import io.jointly.catalog.eventlog.EventReader;
import io.jointly.catalog.flow.Journeys;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.DatabaseException;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Imports a body of events in one transaction: all that is good of it, or nothing when it breaks
 * off.
 */
@ApplicationScoped
class EventImport {
    /** A log of ten million events takes minutes, the usual limit of a transaction is one. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final ImportGate gate;
    private final TakingBack takingBack;
    private final MaySend maySend;
    private final FlowMerge merge;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Journal journal;
    private final Caller caller;

    EventImport(
            ImportGate gate,
            TakingBack takingBack,
            MaySend maySend,
            FlowMerge merge,
            AgroalDataSource database,
            ObjectMapper json,
            Journal journal,
            Caller caller) {
        this.gate = gate;
        this.takingBack = takingBack;
        this.maySend = maySend;
        this.merge = merge;
        this.database = database;
        this.json = json;
        this.journal = journal;
        this.caller = caller;
    }

    ImportResult run(
            String code, String source, String encoding, InputStream body, EventReader reader) {
        var stream = maySend.into(code);
        return gate.pass(
                () -> {
                    try {
                        // What is taken back is to be gone before it may come again.
                        takingBack.finish(stream.id(), FlowMerge.PATIENCE);
                        return QuarkusTransaction.requiringNew()
                                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                                .call(
                                        () ->
                                                runInTransaction(
                                                        stream.id(),
                                                        code,
                                                        source,
                                                        encoding,
                                                        body,
                                                        reader));
                    } catch (Journeys.StreamBusy e) {
                        throw new ImportProblem.ImportsBusy();
                    }
                });
    }

    private ImportResult runInTransaction(
            long stream,
            String code,
            String source,
            String encoding,
            InputStream body,
            EventReader reader)
            throws IOException {
        var started = Instant.now();
        try (var connection = database.getConnection()) {
            var staged = stage(connection, source, encoding, body, reader);
            var id = nextImport(connection);
            var merged =
                    staged.staged() == 0
                            ? new FlowMerge.Merged(0, 0)
                            : merge.merge(connection, stream, id);
            var result =
                    new ImportResult(
                            "IMP-" + id,
                            source,
                            staged.staged() + staged.rejected(),
                            merged.accepted(),
                            staged.staged() - merged.accepted(),
                            staged.rejected(),
                            merged.workItems(),
                            staged.rejections(),
                            caller.id(),
                            started,
                            Instant.now(),
                            null,
                            null,
                            1);
            remember(connection, stream, id, result);
            Sources.came(connection, stream, id, result);
            if (merged.accepted() > 0) {
                journal.record("flow.imported", new Link("value-stream", code), null, result);
            }
            return result;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private StagedEvents stage(
            Connection connection,
            String source,
            String encoding,
            InputStream body,
            EventReader reader)
            throws SQLException, IOException {
        var staged = new StagedEvents(connection, json, source);
        var complete = false;
        try {
            reader.readAll(unpacked(encoding, new SteadyBody(body)), staged);
            staged.close();
            complete = true;
            return staged;
        } catch (UncheckedIOException e) {
            throw broken(e.getCause(), encoding, staged.lastLine());
        } catch (IOException e) {
            throw broken(e, encoding, staged.lastLine());
        } finally {
            if (!complete) {
                staged.abandon();
            }
        }
    }

    /** What broke off: our side, which the caller of this has to hear as it is, or the body. */
    private static RuntimeException broken(IOException e, String encoding, long line)
            throws SQLException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException ours) {
                throw ours;
            }
        }
        var packed =
                e instanceof ZipException || (e instanceof EOFException && "gzip".equals(encoding));
        return packed ? new BodyProblem.BrokenGzip(line) : new BodyProblem.CutOff(line);
    }

    private static InputStream unpacked(String encoding, InputStream body) throws IOException {
        if (encoding == null || encoding.equals("identity")) {
            return body;
        }
        if (!encoding.equals("gzip")) {
            throw new BodyProblem.UnknownEncoding(encoding);
        }
        return new GZIPInputStream(body, 64 * 1024);
    }

    private static long nextImport(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT nextval(pg_get_serial_sequence('flow_import', 'id'))")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void remember(Connection connection, long stream, long id, ImportResult result)
            throws SQLException, JsonProcessingException {
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO flow_import (id, value_stream_id, source, imported_by, started_at, finished_at, events, accepted, duplicate, rejected, work_items, rejections)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            statement.setLong(1, id);
            statement.setLong(2, stream);
            statement.setString(3, result.source());
            statement.setString(4, result.importedBy());
            statement.setObject(5, result.startedAt().atOffset(ZoneOffset.UTC));
            statement.setObject(6, result.finishedAt().atOffset(ZoneOffset.UTC));
            statement.setLong(7, result.events());
            statement.setLong(8, result.accepted());
            statement.setLong(9, result.duplicate());
            statement.setLong(10, result.rejected());
            statement.setLong(11, result.workItems());
            statement.setString(12, json.writeValueAsString(result.rejections()));
            statement.executeUpdate();
        }
    }
}
