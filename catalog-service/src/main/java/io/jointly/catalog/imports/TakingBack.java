package io.jointly.catalog.imports;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.flow.Journeys;
import io.jointly.catalog.query.Queries;
import io.jointly.catalog.query.Sql;
import io.jointly.kit.journal.DatabaseException;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Takes the events of reversed imports away, and has the journeys that they were part of worked out
 * as if they had never come. In a transaction of its own, since a large import takes minutes.
 */
@ApplicationScoped
class TakingBack {
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final String TAKE_BACK =
            """
            WITH gone AS (DELETE FROM work_item_event WHERE value_stream_id = ? AND import_id = ? RETURNING work_item_id, era)
            INSERT INTO touched_item SELECT w.id, w.reference, w.era, true FROM (SELECT DISTINCT work_item_id FROM gone) g JOIN work_item w ON w.id = g.work_item_id
            """;
    private static final String DONE =
            "UPDATE flow_import SET taken_back_at = now() WHERE id = ? AND taken_back_at IS NULL";
    private static final String PENDING =
            "SELECT value_stream_id, id FROM flow_import WHERE reversed_at IS NOT NULL AND taken_back_at IS NULL AND (?::bigint IS NULL OR value_stream_id = ?) ORDER BY id";

    /** A job that has to wait for longer comes again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Reversed(long stream, long id) {}

    private final AgroalDataSource database;
    private final Queries queries;
    private final Journeys journeys;

    TakingBack(AgroalDataSource database, Queries queries, Journeys journeys) {
        this.database = database;
        this.queries = queries;
        this.journeys = journeys;
    }

    @Scheduled(
            every = "${catalog.recalculation.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workOff() {
        for (var reversed : pending(null)) {
            try {
                takeBack(reversed, PATIENCE);
            } catch (Journeys.StreamBusy e) {
                Log.debugf("Import %d is taken back later: %s", reversed.id(), e.getMessage());
            } catch (RuntimeException e) {
                // One that fails keeps no other from its turn; the next run tries it again.
                Log.errorf(e, "Import %d could not be taken back", reversed.id());
            }
        }
    }

    /** Whatever of a stream is still to be taken back. */
    void finish(long stream, Duration patience) {
        pending(stream).forEach(reversed -> takeBack(reversed, patience));
    }

    private List<Reversed> pending(Long stream) {
        return queries.list(
                PENDING,
                statement -> {
                    statement.setObject(1, stream, java.sql.Types.BIGINT);
                    statement.setObject(2, stream, java.sql.Types.BIGINT);
                },
                row -> new Reversed(row.getLong(1), row.getLong(2)));
    }

    private void takeBack(Reversed reversed, Duration patience) {
        QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .run(
                        () -> {
                            try (var connection = database.getConnection()) {
                                journeys.begin(connection, reversed.stream(), patience);
                                if (Sql.update(connection, DONE, reversed.id()) == 1
                                        && Sql.update(
                                                        connection,
                                                        TAKE_BACK,
                                                        reversed.stream(),
                                                        reversed.id())
                                                > 0) {
                                    journeys.workOutWithout(connection, reversed.stream());
                                }
                            } catch (SQLException e) {
                                throw new DatabaseException(e);
                            }
                        });
    }
}
