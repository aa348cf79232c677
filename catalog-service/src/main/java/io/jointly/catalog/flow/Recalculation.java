package io.jointly.catalog.flow;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.flowsettings.RulesChanged;
import io.jointly.catalog.query.Queries;
import io.jointly.catalog.query.Sql;
import io.jointly.catalog.valuestream.StatesReclassed;
import io.jointly.kit.journal.DatabaseException;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Works a stream's history out again when the rules by which it is read have changed: soon after
 * the change, in one transaction, while everybody goes on reading the figures from before.
 */
@ApplicationScoped
class Recalculation {
    private static final Duration LONGEST = Duration.ofHours(6);

    /** A job that has to wait for longer comes again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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

    /** The figures, saying of themselves whether those of a change are still being worked out. */
    <T extends Figures<T>> T told(long stream, T figures) {
        return isUnderWay(stream) ? figures.whileRecalculating() : figures;
    }

    private boolean isUnderWay(long stream) {
        return queries.read(
                "SELECT EXISTS (SELECT 1 FROM flow_recalculation WHERE value_stream_id = ?) OR EXISTS (SELECT 1 FROM flow_import WHERE value_stream_id = ? AND reversed_at IS NOT NULL AND taken_back_at IS NULL)",
                statement -> {
                    statement.setLong(1, stream);
                    statement.setLong(2, stream);
                },
                rows -> rows.next() && rows.getBoolean(1));
    }

    @Scheduled(
            every = "${catalog.recalculation.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workOff() {
        for (var stream : asked()) {
            try {
                QuarkusTransaction.requiringNew()
                        .timeout(Math.toIntExact(LONGEST.toSeconds()))
                        .run(() -> workOut(stream));
            } catch (Journeys.StreamBusy e) {
                Log.debugf("History is worked out again later: %s", e.getMessage());
            } catch (RuntimeException e) {
                // One that fails keeps no other from its turn; the next run tries it again.
                Log.errorf(e, "The history of stream %d could not be worked out again", stream);
            }
        }
    }

    private List<Long> asked() {
        return queries.list(
                "SELECT value_stream_id FROM flow_recalculation ORDER BY requested_at",
                statement -> {},
                row -> row.getLong(1));
    }

    private void workOut(long stream) {
        try (var connection = database.getConnection()) {
            var requestedAt = claim(connection, stream);
            if (requestedAt == null) {
                return;
            }
            journeys.begin(connection, stream, PATIENCE);
            journeys.workOutAll(connection, stream);
            // A request that came meanwhile stays, and is done next.
            Sql.update(
                    connection,
                    "DELETE FROM flow_recalculation WHERE value_stream_id = ? AND requested_at = ?",
                    stream,
                    requestedAt);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** When it was asked for; null when another replica works on it, or has done it. */
    private static OffsetDateTime claim(Connection connection, long stream) throws SQLException {
        if (!Sql.holds(
                connection, "SELECT pg_try_advisory_xact_lock(4713, ?)", Math.toIntExact(stream))) {
            return null;
        }
        try (var statement =
                connection.prepareStatement(
                        "SELECT requested_at FROM flow_recalculation WHERE value_stream_id = ?")) {
            statement.setLong(1, stream);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1, OffsetDateTime.class) : null;
            }
        }
    }
}
