package io.jointly.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the journal back. */
@ApplicationScoped
class JournalReader {
    private static final String COLUMNS =
            "SELECT position, recorded_at, actor, on_behalf_of, client, action, subject, before, after, traceparent, hash FROM journal ";
    private static final String VERIFY =
            """
            WITH chain AS (
                SELECT position, hash, lag(position, 1, 0::bigint) OVER w AS previous,
                       journal_hash(lag(hash, 1, sha256('jointly')) OVER w, position, recorded_at, actor, on_behalf_of, client,
                                    action, subject, before, after, traceparent) AS expected
                FROM journal WINDOW w AS (ORDER BY position)
            )
            SELECT (SELECT count(*) FROM chain),
                   LEAST((SELECT min(position) FROM chain WHERE hash <> expected OR position <> previous + 1),
                         (SELECT h.position FROM journal_head h
                          WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.position = h.position AND j.hash = h.hash) AND h.position > 0),
                         (SELECT min(j.position) FROM journal j JOIN journal_head h ON j.position > h.position),
                         (SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM journal_head)))
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final String service;

    JournalReader(
            AgroalDataSource database,
            ObjectMapper json,
            @ConfigProperty(name = "jointly.service") String service) {
        this.database = database;
        this.json = json;
        this.service = service;
    }

    List<AuditEntry> entries(String subject, Long before, int most) {
        return query(
                "WHERE (?::text IS NULL OR subject = ?) AND position < ? ORDER BY position DESC LIMIT ?",
                row ->
                        new AuditEntry(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                HexFormat.of().formatHex(row.getBytes(11))),
                subject,
                subject,
                before == null ? Long.MAX_VALUE : before,
                most);
    }

    long count(String subject) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "SELECT count(*) FROM journal WHERE ?::text IS NULL OR subject = ?")) {
            statement.setString(1, subject);
            statement.setString(2, subject);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    List<CloudEvent> changes(long after, int most) {
        return query(
                "WHERE position > ? ORDER BY position LIMIT ?",
                row ->
                        new CloudEvent(
                                "1.0",
                                Long.toString(row.getLong(1)),
                                "/api/" + service + "/v1",
                                "io.jointly." + service + "." + row.getString(6),
                                row.getString(7),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                "application/json",
                                row.getString(10),
                                row.getString(3),
                                tree(row.getString(9))),
                after,
                most);
    }

    AuditVerification verify() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(VERIFY);
                var rows = statement.executeQuery()) {
            rows.next();
            var broken = rows.getObject(2, Long.class);
            return new AuditVerification(broken == null, rows.getLong(1), broken);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private JsonNode tree(String text) throws SQLException {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("The journal holds a view that is not JSON", e);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String where, Row<T> reader, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COLUMNS + where)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
