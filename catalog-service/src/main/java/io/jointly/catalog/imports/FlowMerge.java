package io.jointly.catalog.imports;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.flow.Journeys;
import io.jointly.catalog.query.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
    /** Not for as long as history may be worked out again: the places for imports are few. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a merge brought. */
    record Merged(long accepted, long workItems) {}

    /** A new work item belongs to the quarter of the first event known of it, for good. */
    private static final String TOUCH =
            """
            INSERT INTO touched_item (id, reference, era, known)
            SELECT coalesce(w.id, nextval('work_item_id_seq')), s.reference, coalesce(w.era, s.era), w.id IS NOT NULL
            FROM (SELECT reference, min(line) AS first, date_trunc('quarter', min(occurred_at) AT TIME ZONE 'UTC')::date AS era
                  FROM staged_event GROUP BY reference) s
            LEFT JOIN work_item w ON w.value_stream_id = ? AND w.reference = s.reference
            ORDER BY s.first
            """;

    private static final String REPEATED_EVENTS =
            "CREATE TEMPORARY TABLE IF NOT EXISTS repeated_event (place tid, ordinal bigint, has_id boolean) ON COMMIT DELETE ROWS";

    private static final String FIND_REPEATED =
            """
            INSERT INTO repeated_event
            SELECT * FROM (SELECT s.ctid, row_number() OVER (PARTITION BY reference, fingerprint ORDER BY s.line) AS ordinal, s.event_id IS NOT NULL
                           FROM staged_event s JOIN (SELECT reference, fingerprint FROM staged_event GROUP BY reference, fingerprint HAVING count(*) > 1) e
                           USING (reference, fingerprint)) r
            WHERE ordinal > 1
            """;

    /**
     * Identical events of a request differ by their ordinal: all count, and a repeated request
     * repeats the ordinals.
     */
    private static final String NUMBER_IDENTICAL =
            "UPDATE staged_event s SET fingerprint = md5(s.fingerprint::text || r.ordinal)::uuid FROM repeated_event r WHERE s.ctid = r.place AND NOT r.has_id";

    /** Of those that bear the same id, the first is the event. */
    private static final String DROP_REPEATED =
            "DELETE FROM staged_event s USING repeated_event r WHERE s.ctid = r.place AND r.has_id";

    private static final String KNOWS_ITEMS =
            "SELECT EXISTS (SELECT 1 FROM touched_item WHERE known)";

    private static final String DROP_KNOWN =
            """
            DELETE FROM staged_event s USING touched_item t, work_item_event e
            WHERE t.known AND s.reference = t.reference AND e.value_stream_id = ? AND e.era = t.era AND e.work_item_id = t.id
              AND e.identity = s.fingerprint
            """;

    private static final String LEAVE_UNTOUCHED =
            "DELETE FROM touched_item t WHERE t.known AND NOT EXISTS (SELECT 1 FROM staged_event s WHERE s.reference = t.reference)";

    private static final String ADD_EVENTS =
            """
            INSERT INTO work_item_event (value_stream_id, work_item_id, identity, occurred_at, import_id, line, sequence, era, sla_met, activity,
                                         state, department, team, actor, type, event_id, attributes)
            SELECT ?, t.id, s.fingerprint, s.occurred_at, ?, s.line, s.sequence, t.era, s.sla_met, s.activity,
                   s.state, s.department, s.team, s.actor, s.type, s.event_id, s.attributes
            FROM staged_event s JOIN touched_item t ON t.reference = s.reference
            """;

    private final AgroalDataSource database;
    private final Journeys journeys;

    FlowMerge(AgroalDataSource database, Journeys journeys) {
        this.database = database;
        this.journeys = journeys;
    }

    /** Within the transaction in which the events were staged. */
    Merged merge(Connection connection, long stream, long importId) throws SQLException {
        journeys.begin(connection, stream, PATIENCE);
        Sql.update(connection, "ANALYZE staged_event (reference)");
        var touched = Sql.update(connection, TOUCH, stream);
        Sql.update(connection, "ANALYZE touched_item");
        Sql.update(connection, REPEATED_EVENTS);
        if (Sql.update(connection, FIND_REPEATED) > 0) {
            Sql.update(connection, DROP_REPEATED);
            Sql.update(connection, NUMBER_IDENTICAL);
        }
        if (Sql.holds(connection, KNOWS_ITEMS) && Sql.update(connection, DROP_KNOWN, stream) > 0) {
            touched -= Sql.update(connection, LEAVE_UNTOUCHED);
        }
        makeRoom(stream, newEras(connection));
        var accepted = Sql.update(connection, ADD_EVENTS, stream, importId);
        if (accepted > 0) {
            journeys.workOut(connection, stream);
        }
        return new Merged(accepted, touched);
    }

    private static List<LocalDate> newEras(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT DISTINCT era FROM touched_item WHERE NOT known")) {
            var eras = new ArrayList<LocalDate>();
            while (rows.next()) {
                eras.add(rows.getObject(1, LocalDate.class));
            }
            return eras;
        }
    }

    /**
     * In a transaction of its own: who attaches a partition keeps others from attaching theirs
     * until the end, which may be far off for a large import.
     */
    private void makeRoom(long stream, List<LocalDate> eras) {
        if (eras.isEmpty()) {
            return;
        }
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
}
