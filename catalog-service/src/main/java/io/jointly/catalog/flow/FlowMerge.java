package io.jointly.catalog.flow;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.valuestream.StatesReclassed;
import io.jointly.kit.journal.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Takes staged events over into the stream and works out the journeys of the work items that they
 * touch. Merges into one stream wait for each other, so several imports and replicas at once give
 * the figures of one.
 */
@ApplicationScoped
class FlowMerge {
    /** What a merge brought. */
    record Merged(long accepted, long workItems) {}

    private static final String TOUCHED =
            "CREATE TEMPORARY TABLE IF NOT EXISTS touched_item (id bigint, added bigint) ON COMMIT DELETE ROWS";

    private static final String ADD_ITEMS =
            """
            INSERT INTO work_item (value_stream_id, reference)
            SELECT ?::bigint, reference FROM (SELECT reference, min(line) AS first FROM staged_event GROUP BY reference) s
            WHERE NOT EXISTS (SELECT 1 FROM work_item w WHERE w.value_stream_id = ? AND w.reference = s.reference)
            ORDER BY first
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
                INSERT INTO work_item_event (work_item_id, identity, import_id, line, sequence, occurred_at, activity, state, department, team,
                                             actor, type, sla_met, event_id, attributes)
                SELECT w.id, fingerprint, ?, line, sequence, occurred_at, activity, state, s.department, s.team, actor, s.type, s.sla_met,
                       event_id, attributes
                FROM %s s JOIN work_item w ON w.value_stream_id = ? AND w.reference = s.reference
                ON CONFLICT DO NOTHING
                RETURNING work_item_id
            )
            INSERT INTO touched_item SELECT work_item_id, count(*) FROM added GROUP BY work_item_id
            """;

    private static final String TOUCH_ALL =
            "INSERT INTO touched_item SELECT id, 0 FROM work_item WHERE value_stream_id = ?";

    private static final String FORGET_HANDOFFS =
            "DELETE FROM handoff h USING touched_item t WHERE h.work_item_id = t.id";

    /**
     * From events to figures (docs/flow-measures.md): the journey in order; handoffs, where the
     * carrier differs from the one before, events without a carrier left out; ping-pong, a handoff
     * straight back to the giver of the one before; sums.
     */
    private static final String WORK_OUT =
            """
            WITH journey AS MATERIALIZED (
                SELECT e.work_item_id, row_number() OVER journey AS place, e.occurred_at, lead(e.occurred_at) OVER journey AS next_at,
                       e.activity, s.class, e.team, e.department, e.type, e.sla_met
                FROM touched_item t
                JOIN work_item_event e ON e.work_item_id = t.id
                LEFT JOIN value_stream_state s ON s.value_stream_id = ? AND s.state = coalesce(e.state, e.activity)
                WINDOW journey AS (PARTITION BY e.work_item_id ORDER BY e.sequence NULLS LAST, e.occurred_at, e.import_id, e.line)
            ), handed AS (
                INSERT INTO handoff (work_item_id, level, ordinal, value_stream_id, giver, receiver, at, wait_seconds)
                %s UNION ALL %s
                RETURNING work_item_id, level, ordinal, giver, receiver, at
            ), exchanged AS (
                SELECT work_item_id, level, count(*) AS handoffs, count(*) FILTER (WHERE back) AS ping_pongs, max(at) AS last_at
                FROM (SELECT work_item_id, level, at,
                             receiver = lag(giver) OVER (PARTITION BY work_item_id, level ORDER BY ordinal) AS back
                      FROM handed) h
                GROUP BY work_item_id, level
            ), summed AS (
                SELECT work_item_id, count(*) AS events, count(*) - count(DISTINCT activity) AS rework,
                       min(occurred_at) FILTER (WHERE coalesce(team, department) IS NOT NULL) AS carried_at, min(occurred_at) AS first_at, max(occurred_at) AS last_at,
                       bool_or(class = 'done') FILTER (WHERE next_at IS NULL) AS done,
                       %s AS type, %s AS sla_met, %s AS team, %s AS department,
                       sum(greatest(0, extract(epoch FROM next_at - occurred_at))) FILTER (WHERE class = 'active') AS active_seconds,
                       sum(greatest(0, extract(epoch FROM next_at - occurred_at))) FILTER (WHERE class = 'waiting') AS waiting_seconds
                FROM journey GROUP BY work_item_id
            )
            UPDATE work_item w
            SET events = j.events, rework = j.rework, first_at = j.first_at, last_at = j.last_at, done = coalesce(j.done, false),
                type = j.type, sla_met = j.sla_met::boolean, team = j.team, department = j.department,
                carried_since = coalesce(t.last_at, d.last_at, j.carried_at, j.first_at),
                active_seconds = coalesce(j.active_seconds, CASE WHEN c.classed THEN 0 END),
                waiting_seconds = coalesce(j.waiting_seconds, CASE WHEN c.classed THEN 0 END),
                team_handoffs = coalesce(t.handoffs, 0), team_ping_pongs = coalesce(t.ping_pongs, 0),
                department_handoffs = coalesce(d.handoffs, 0), department_ping_pongs = coalesce(d.ping_pongs, 0)
            FROM summed j
            LEFT JOIN exchanged t ON t.work_item_id = j.work_item_id AND t.level = 'team'
            LEFT JOIN exchanged d ON d.work_item_id = j.work_item_id AND d.level = 'department'
            CROSS JOIN (SELECT EXISTS (SELECT 1 FROM value_stream_state WHERE value_stream_id = ? AND class <> 'done') AS classed) c
            WHERE w.id = j.work_item_id
            """
                    .formatted(
                            handoffs(Level.TEAM),
                            handoffs(Level.DEPARTMENT),
                            lastKnown("type"),
                            lastKnown("sla_met"),
                            lastKnown("team"),
                            lastKnown("department"));

    private static final String MOVE_REVISION =
            """
            INSERT INTO flow_revision (value_stream_id, revision) VALUES (?, 1)
            ON CONFLICT (value_stream_id) DO UPDATE SET revision = flow_revision.revision + 1
            """;

    private final AgroalDataSource database;

    FlowMerge(AgroalDataSource database) {
        this.database = database;
    }

    /** Within the transaction in which the events were staged. */
    Merged merge(Connection connection, long stream, long importId) throws SQLException {
        begin(connection, stream);
        update(connection, "ANALYZE staged_event (reference)");
        update(connection, ADD_ITEMS, stream, stream);
        var source = hasIdenticalEvents(connection) ? NUMBERED : "staged_event";
        update(connection, ADD_EVENTS.formatted(source), importId, stream);
        var merged = count(connection);
        if (merged.accepted() > 0) {
            workOut(connection, stream);
        }
        return merged;
    }

    /** History is worked out again in the transaction that classes its states anew. */
    void reclass(@Observes StatesReclassed change) {
        try (var connection = database.getConnection()) {
            begin(connection, change.stream());
            if (update(connection, TOUCH_ALL, change.stream()) > 0) {
                workOut(connection, change.stream());
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void begin(Connection connection, long stream) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(4711, ?)")) {
            lock.setInt(1, Math.toIntExact(stream));
            lock.execute();
        }
        // A large import sorts in memory; the usual allowance is for many small queries at once.
        update(connection, "SET LOCAL work_mem = '64MB'");
        update(connection, TOUCHED);
    }

    private static void workOut(Connection connection, long stream) throws SQLException {
        update(connection, "ANALYZE touched_item");
        update(connection, FORGET_HANDOFFS);
        update(connection, WORK_OUT, stream, stream, stream, stream);
        update(connection, MOVE_REVISION, stream);
    }

    private static String handoffs(Level level) {
        return """
               SELECT work_item_id, '%1$s', row_number() OVER (PARTITION BY work_item_id ORDER BY place), ?::bigint, giver, %1$s, occurred_at,
                      greatest(0, extract(epoch FROM occurred_at - given_at))
               FROM (SELECT work_item_id, place, %1$s, occurred_at, lag(%1$s) OVER carried AS giver, lag(occurred_at) OVER carried AS given_at
                     FROM journey WHERE %1$s IS NOT NULL
                     WINDOW carried AS (PARTITION BY work_item_id ORDER BY place)) c
               WHERE giver <> %1$s
               """
                .formatted(level);
    }

    /**
     * The last value of a journey that is not null: the largest of place and value joined, which
     * spares a sort per column.
     */
    private static String lastKnown(String column) {
        return "substr(max((lpad(place::text, 9, '0') || %s) COLLATE \"C\"), 10)".formatted(column);
    }

    private static boolean hasIdenticalEvents(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(HAS_IDENTICAL_EVENTS)) {
            return rows.next() && rows.getBoolean(1);
        }
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

    private static int update(Connection connection, String sql, long... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
