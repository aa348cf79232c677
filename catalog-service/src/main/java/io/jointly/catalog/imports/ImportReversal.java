package io.jointly.catalog.imports;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.query.Sql;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.DatabaseException;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;

/** Decides that an import is taken back; {@link TakingBack} does it soon after. */
@ApplicationScoped
@Transactional
class ImportReversal {
    private static final String MARK =
            "UPDATE flow_import SET version = version + 1, reversed_at = now(), reversed_by = ? WHERE id = ? AND reversed_at IS NULL";

    private final MaySend maySend;
    private final AgroalDataSource database;
    private final Imports imports;
    private final Precondition precondition;
    private final Journal journal;
    private final Caller caller;

    ImportReversal(
            MaySend maySend,
            AgroalDataSource database,
            Imports imports,
            Precondition precondition,
            Journal journal,
            Caller caller) {
        this.maySend = maySend;
        this.database = database;
        this.imports = imports;
        this.precondition = precondition;
        this.journal = journal;
        this.caller = caller;
    }

    ImportResult reverse(String code, String reference) {
        var stream = maySend.into(code);
        var id = Aggregate.idOf("IMP", "import", reference);
        var before = imports.require(stream.id(), id, reference);
        precondition.matches(before);
        if (!mark(stream.id(), id, before)) {
            throw StandardProblem.conflict(
                    "import-reversed", "%s is taken back already.".formatted(reference));
        }
        var after = imports.require(stream.id(), id, reference);
        journal.record("flow.import-reversed", new Link("value-stream", code), before, after);
        return after;
    }

    private boolean mark(long stream, long id, ImportResult before) {
        try (var connection = database.getConnection()) {
            var marked = Sql.update(connection, MARK, caller.id(), id) == 1;
            if (marked) {
                Sources.tookBack(connection, stream, before);
            }
            return marked;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
