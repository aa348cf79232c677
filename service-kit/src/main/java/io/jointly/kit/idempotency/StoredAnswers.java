package io.jointly.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The answers given to keyed requests, kept for two days. */
@ApplicationScoped
class StoredAnswers {
    /** What was answered to which request; location, tag and body may be null. */
    record Answer(byte[] request, int status, String location, String tag, String body) {}

    private final AgroalDataSource database;

    StoredAnswers(AgroalDataSource database) {
        this.database = database;
    }

    /** True for one transaction at a time; held until it ends. */
    boolean claim(String scope, String key) {
        return query(
                "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 77))",
                statement -> {
                    statement.setString(1, scope + " " + key);
                    try (var rows = statement.executeQuery()) {
                        return rows.next() && rows.getBoolean(1);
                    }
                });
    }

    Answer find(String scope, String key) {
        return query(
                "SELECT request, status, location, tag, body FROM idempotent_answer WHERE scope = ? AND key = ?",
                statement -> {
                    statement.setString(1, scope);
                    statement.setString(2, key);
                    try (var rows = statement.executeQuery()) {
                        return rows.next()
                                ? new Answer(
                                        rows.getBytes(1),
                                        rows.getInt(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getString(5))
                                : null;
                    }
                });
    }

    void store(String scope, String key, Answer answer) {
        query(
                "INSERT INTO idempotent_answer (scope, key, request, status, location, tag, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, scope);
                    statement.setString(2, key);
                    statement.setBytes(3, answer.request());
                    statement.setInt(4, answer.status());
                    statement.setString(5, answer.location());
                    statement.setString(6, answer.tag());
                    statement.setString(7, answer.body());
                    return statement.executeUpdate();
                });
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "forget-stored-answers")
    void forget() {
        query(
                "DELETE FROM idempotent_answer WHERE created_at < now() - interval '2 days'",
                PreparedStatement::executeUpdate);
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T query(String sql, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new io.jointly.kit.journal.DatabaseException(e);
        }
    }
}
