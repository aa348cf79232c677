package io.jointly.catalog.flow;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.DatabaseException;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Takes an import back: its events go, and the journeys that they were part of are worked out as if
 * they had never come.
 */
@ApplicationScoped
@Transactional
class ImportReversal {
    private static final String TAKE_BACK =
            """
            WITH gone AS (DELETE FROM work_item_event WHERE value_stream_id = ? AND import_id = ? RETURNING work_item_id, era)
            INSERT INTO touched_item SELECT work_item_id, era, count(*) FROM gone GROUP BY work_item_id, era
            """;
    private static final String MARK =
            "UPDATE flow_import SET version = version + 1, reversed_at = now(), reversed_by = ? WHERE id = ? AND reversed_at IS NULL";

    private final ValueStreams streams;
    private final AgroalDataSource database;
    private final Journeys journeys;
    private final Imports imports;
    private final Journal journal;
    private final Caller caller;

    ImportReversal(
            ValueStreams streams,
            AgroalDataSource database,
            Journeys journeys,
            Imports imports,
            Journal journal,
            Caller caller) {
        this.streams = streams;
        this.database = database;
        this.journeys = journeys;
        this.imports = imports;
        this.journal = journal;
        this.caller = caller;
    }

    ImportResult reverse(String code, String reference) {
        var stream = streams.identify(code);
        if (!caller.is("flow:write")) {
            caller.requireHeadOfAny(stream.owners());
        }
        var id = Aggregate.idOf("IMP", "import", reference);
        var before = imports.require(stream.id(), id, reference);
        try (var connection = database.getConnection()) {
            takeBack(connection, stream.id(), id, reference);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
        var after = imports.require(stream.id(), id, reference);
        journal.record("flow.import-reversed", new Link("value-stream", code), before, after);
        return after;
    }

    private void takeBack(Connection connection, long stream, long id, String reference)
            throws SQLException {
        journeys.begin(connection, stream);
        if (Sql.update(connection, MARK, caller.id(), id) == 0) {
            throw StandardProblem.conflict(
                    "import-reversed", "%s is taken back already.".formatted(reference));
        }
        if (Sql.update(connection, TAKE_BACK, stream, id) > 0) {
            journeys.workOut(connection, stream);
        }
    }
}
