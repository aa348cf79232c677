package io.jointly.catalog.flow;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.query.Queries;
import io.jointly.catalog.query.Sql;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets work items whose last event is older than their stream keeps them, with all that they
 * counted for. An era that is old as a whole goes with its partition at once.
 */
@ApplicationScoped
class Retention {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** A job that has to wait for longer comes again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int AT_ONCE = 20_000;

    private static final String OLD_ERA =
            "SELECT era FROM work_item WHERE value_stream_id = ? GROUP BY era HAVING max(last_at) < ? ORDER BY era LIMIT 1";
    private static final String TOUCH_ERA =
            "INSERT INTO touched_item SELECT id, reference, era, true FROM work_item WHERE value_stream_id = ? AND era = ?";
    private static final String TOUCH_OLD =
            "INSERT INTO touched_item SELECT id, reference, era, true FROM work_item WHERE value_stream_id = ? AND last_at < ? ORDER BY last_at LIMIT "
                    + AT_ONCE;
    private static final String FORGET_EVENTS =
            "DELETE FROM work_item_event e USING touched_item t WHERE e.value_stream_id = ? AND e.era = t.era AND e.work_item_id = t.id";

    private record Rule(long stream, String keepFor) {}

    private final AgroalDataSource database;
    private final Queries queries;
    private final Journeys journeys;
    private final Duration grace;

    Retention(
            AgroalDataSource database,
            Queries queries,
            Journeys journeys,
            @ConfigProperty(name = "catalog.retention.grace") Duration grace) {
        this.grace = grace;
        this.database = database;
        this.queries = queries;
        this.journeys = journeys;
    }

    @Scheduled(
            every = "${catalog.retention.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetWhatIsOld() {
        var rules =
                queries.list(
                        "SELECT value_stream_id, keep_for FROM flow_settings WHERE keep_for IS NOT NULL AND updated_at <= ? ORDER BY 1",
                        statement ->
                                statement.setObject(
                                        1, OffsetDateTime.now(ZoneOffset.UTC).minus(grace)),
                        row -> new Rule(row.getLong(1), row.getString(2)));
        for (var rule : rules) {
            var before = OffsetDateTime.now(ZoneOffset.UTC).minus(Period.parse(rule.keepFor()));
            try {
                forget(rule.stream(), before);
            } catch (RuntimeException e) {
                // A partition in use by a long import, for instance: the next run tries again.
                Log.warnf(e, "Old work items of stream %d are not forgotten yet", rule.stream());
            }
        }
    }

    /** In steps, so that imports into the stream do not wait for long. */
    private void forget(long stream, OffsetDateTime before) {
        while (inTransaction(connection -> forgetEra(connection, stream, before))) {
            // until no era is old as a whole
        }
        while (inTransaction(connection -> forgetSome(connection, stream, before))) {
            // until none is left
        }
    }

    private boolean forgetEra(Connection connection, long stream, OffsetDateTime before)
            throws SQLException {
        journeys.begin(connection, stream, PATIENCE);
        var era = oldEra(connection, stream, before);
        if (era == null) {
            return false;
        }
        Sql.update(connection, TOUCH_ERA, stream, era);
        journeys.forget(connection, stream);
        Sql.holds(connection, "SELECT flow_drop_partition(?, ?) IS NULL", stream, era);
        return true;
    }

    private boolean forgetSome(Connection connection, long stream, OffsetDateTime before)
            throws SQLException {
        journeys.begin(connection, stream, PATIENCE);
        var touched = Sql.update(connection, TOUCH_OLD, stream, before);
        if (touched > 0) {
            journeys.forget(connection, stream);
            Sql.update(connection, FORGET_EVENTS, stream);
        }
        return touched == AT_ONCE;
    }

    private static LocalDate oldEra(Connection connection, long stream, OffsetDateTime before)
            throws SQLException {
        try (var statement = connection.prepareStatement(OLD_ERA)) {
            statement.setLong(1, stream);
            statement.setObject(2, before);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1, LocalDate.class) : null;
            }
        }
    }

    private interface Step {
        boolean in(Connection connection) throws SQLException;
    }

    private boolean inTransaction(Step step) {
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(LONGEST.toSeconds()))
                .call(
                        () -> {
                            try (var connection = database.getConnection()) {
                                return step.in(connection);
                            }
                        });
    }
}
