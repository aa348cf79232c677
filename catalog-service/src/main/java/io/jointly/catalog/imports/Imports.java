package io.jointly.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.catalog.eventlog.RejectedLine;
import io.jointly.catalog.query.Queries;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** The history of a stream's imports. */
@ApplicationScoped
class Imports {
    private final Queries queries;
    private final ObjectMapper json;

    Imports(Queries queries, ObjectMapper json) {
        this.queries = queries;
        this.json = json;
    }

    List<ImportResult> before(long stream, Long id, int most) {
        return queries.list(
                """
                SELECT id, source, events, accepted, duplicate, rejected, work_items, rejections, imported_by, started_at, finished_at, reversed_at, reversed_by, version
                FROM flow_import WHERE value_stream_id = ? AND id < ? ORDER BY id DESC LIMIT ?
                """,
                statement -> {
                    statement.setLong(1, stream);
                    statement.setLong(2, id == null ? Long.MAX_VALUE : id);
                    statement.setInt(3, most);
                },
                this::read);
    }

    ImportResult require(long stream, long id, String reference) {
        return before(stream, id + 1, 1).stream()
                .filter(found -> found.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> StandardProblem.notFound("import", reference));
    }

    long count(long stream) {
        return queries.number(
                "SELECT count(*) FROM flow_import WHERE value_stream_id = ?",
                statement -> statement.setLong(1, stream));
    }

    private ImportResult read(ResultSet rows) throws SQLException {
        return new ImportResult(
                "IMP-" + rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6),
                rows.getLong(7),
                rejections(rows.getString(8)),
                rows.getString(9),
                rows.getObject(10, OffsetDateTime.class).toInstant(),
                rows.getObject(11, OffsetDateTime.class).toInstant(),
                Queries.instant(rows, "reversed_at"),
                rows.getString("reversed_by"),
                rows.getLong("version"));
    }

    private List<RejectedLine> rejections(String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<List<RejectedLine>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("Rejections that are not JSON", e);
        }
    }
}
