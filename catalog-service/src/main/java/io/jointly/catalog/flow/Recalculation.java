package io.jointly.catalog.flow;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.flowsettings.RulesChanged;
import io.jointly.catalog.query.Queries;
import io.jointly.catalog.valuestream.StatesReclassed;
import io.jointly.kit.journal.DatabaseException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Works a stream's history out again when the rules by which it is read have changed: soon after
 * the change, in one transaction, while everybody goes on reading the figures from before.
 */
@ApplicationScoped
class Recalculation {
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final String TOUCH_ALL =
            "INSERT INTO touched_item SELECT id, era, 0 FROM work_item WHERE value_stream_id = ?";

    private final AgroalDataSource database;
    private final Journeys journeys;
    private final Queries queries;

    Recalculation(AgroalDataSource database, Journeys journeys, Queries queries) {
        this.database = database;
        this.journeys = journeys;
        this.queries = queries;
    }

    /** Asked for in the transaction of the change, so that neither is without the other. */
    void request(@Observes StatesReclassed change) {
        request(change.stream());
    }

    void request(@Observes RulesChanged change) {
        request(change.stream());
    }

    private void request(long stream) {
        try (var connection = database.getConnection()) {
            Sql.update(
                    connection,
                    "INSERT INTO flow_recalculation VALUES (?, clock_timestamp()) ON CONFLICT (value_stream_id) DO UPDATE SET requested_at = excluded.requested_at",
                    stream);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Whether figures of a change are still being worked out. */
    boolean isUnderWay(long stream) {
        return queries.read(
                "SELECT EXISTS (SELECT 1 FROM flow_recalculation WHERE value_stream_id = ?)",
                statement -> statement.setLong(1, stream),
                rows -> rows.next() && rows.getBoolean(1));
    }

    @Scheduled(
            every = "${catalog.recalculation.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workOff() {
        while (QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(this::workOutNext)) {
            // until none is left
        }
    }

    private boolean workOutNext() throws SQLException {
        try (var connection = database.getConnection()) {
            var wanted = next(connection);
            if (wanted == null) {
                return false;
            }
            journeys.begin(connection, wanted.stream());
            if (Sql.update(connection, TOUCH_ALL, wanted.stream()) > 0) {
                journeys.workOut(connection, wanted.stream());
            }
            // A request that came meanwhile stays, and is done next.
            Sql.update(
                    connection,
                    "DELETE FROM flow_recalculation WHERE value_stream_id = ? AND requested_at = ?",
                    wanted.stream(),
                    wanted.requestedAt());
            return true;
        }
    }

    private record Wanted(long stream, OffsetDateTime requestedAt) {}

    /** The oldest request that no other replica works on; held to the end of the transaction. */
    private static Wanted next(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT value_stream_id, requested_at FROM flow_recalculation ORDER BY requested_at")) {
            while (rows.next()) {
                var stream = rows.getLong(1);
                if (Sql.holds(
                        connection,
                        "SELECT pg_try_advisory_xact_lock(4713, ?)",
                        Math.toIntExact(stream))) {
                    return new Wanted(stream, rows.getObject(2, OffsetDateTime.class));
                }
            }
            return null;
        }
    }
}
