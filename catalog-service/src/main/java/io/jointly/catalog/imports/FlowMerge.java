package io.jointly.catalog.imports;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.flow.Journeys;
import io.jointly.catalog.query.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes staged events over into the stream and has the journeys of the work items that they touch
 * worked out. Merges into one stream wait for each other, so several imports and replicas at once
 * give the figures of one.
 */
@ApplicationScoped
class FlowMerge {
    /** What a merge brought. */
    record Merged(long accepted, long workItems) {}

    private static final String ADD_ITEMS =
            """
            WITH added AS (
                INSERT INTO work_item (value_stream_id, reference, era)
                SELECT ?::bigint, reference, era
                FROM (SELECT reference, min(line) AS first, date_trunc('quarter', min(occurred_at) AT TIME ZONE 'UTC')::date AS era
                      FROM staged_event GROUP BY reference) s
                WHERE NOT EXISTS (SELECT 1 FROM work_item w WHERE w.value_stream_id = ? AND w.reference = s.reference)
                ORDER BY first
                RETURNING era
            )
            SELECT DISTINCT era FROM added
            """;

    private static final String HAS_IDENTICAL_EVENTS =
            "SELECT EXISTS (SELECT 1 FROM staged_event WHERE event_id IS NULL GROUP BY reference, fingerprint HAVING count(*) > 1)";

    /**
     * Identical events of a request differ by their ordinal: all count, and a repeated request
     * repeats the ordinals.
     */
    private static final String NUMBERED =
            """
            (SELECT line, reference, event_id, occurred_at, sequence, activity, state, department, team, actor, type, sla_met, attributes,
                    CASE WHEN ordinal = 1 OR event_id IS NOT NULL THEN fingerprint ELSE md5(fingerprint::text || ordinal)::uuid END AS fingerprint
             FROM (SELECT *, row_number() OVER (PARTITION BY reference, fingerprint ORDER BY line) AS ordinal FROM staged_event) n)
            """;

    private static final String ADD_EVENTS =
            """
            WITH added AS (
                INSERT INTO work_item_event (value_stream_id, work_item_id, identity, occurred_at, import_id, line, sequence, era, sla_met, activity,
                                             state, department, team, actor, type, event_id, attributes)
                SELECT w.value_stream_id, w.id, fingerprint, occurred_at, ?, line, sequence, w.era, s.sla_met, activity,
                       state, s.department, s.team, actor, s.type, event_id, attributes
                FROM %s s JOIN work_item w ON w.value_stream_id = ? AND w.reference = s.reference
                ON CONFLICT DO NOTHING
                RETURNING work_item_id, era
            )
            INSERT INTO touched_item SELECT work_item_id, era, count(*) FROM added GROUP BY work_item_id, era
            """;

    private final AgroalDataSource database;
    private final Journeys journeys;

    FlowMerge(AgroalDataSource database, Journeys journeys) {
        this.database = database;
        this.journeys = journeys;
    }

    /** Within the transaction in which the events were staged. */
    Merged merge(Connection connection, long stream, long importId) throws SQLException {
        waitForTurn(connection, stream);
        Sql.update(connection, "ANALYZE staged_event (reference)");
        var eras = addItems(connection, stream);
        if (!eras.isEmpty()) {
            makeRoom(stream, eras);
        }
        var source = Sql.holds(connection, HAS_IDENTICAL_EVENTS) ? NUMBERED : "staged_event";
        Sql.update(connection, ADD_EVENTS.formatted(source), importId, stream);
        var merged = count(connection);
        if (merged.accepted() > 0) {
            journeys.workOut(connection, stream);
        }
        return merged;
    }

    /** Not for as long as history is worked out again: the places for imports are few. */
    private void waitForTurn(Connection connection, long stream) throws SQLException {
        Sql.update(connection, "SET LOCAL lock_timeout = '30s'");
        try {
            journeys.begin(connection, stream);
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) {
                throw new ImportProblem.ImportsBusy();
            }
            throw e;
        }
        Sql.update(connection, "SET LOCAL lock_timeout = 0");
    }

    private static List<LocalDate> addItems(Connection connection, long stream)
            throws SQLException {
        try (var statement = connection.prepareStatement(ADD_ITEMS)) {
            statement.setLong(1, stream);
            statement.setLong(2, stream);
            try (var rows = statement.executeQuery()) {
                var eras = new ArrayList<LocalDate>();
                while (rows.next()) {
                    eras.add(rows.getObject(1, LocalDate.class));
                }
                return eras;
            }
        }
    }

    /**
     * In a transaction of its own: who attaches a partition keeps others from attaching theirs
     * until the end, which may be far off for a large import.
     */
    private void makeRoom(long stream, List<LocalDate> eras) {
        QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            try (var connection = database.getConnection();
                                    var statement =
                                            connection.prepareStatement(
                                                    "SELECT flow_partition(?, ?)")) {
                                for (var era : eras) {
                                    statement.setLong(1, stream);
                                    statement.setObject(2, era);
                                    statement.execute();
                                }
                            }
                            return null;
                        });
    }

    private static Merged count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT coalesce(sum(added), 0), count(*) FROM touched_item")) {
            rows.next();
            return new Merged(rows.getLong(1), rows.getLong(2));
        }
    }
}
