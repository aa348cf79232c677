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

    /**
     * A journey in order, with what each event needs to know of its neighbours (CONCEPTS, part 3).
     */
    private static final String JOURNEY =
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS journey_step (
                work_item_id bigint, place bigint, occurred_at timestamptz, next_at timestamptz, activity text, class text,
                team text, department text, type text, sla_met boolean
            ) ON COMMIT DELETE ROWS
            """;

    private static final String ADD_ITEMS =
            """
            INSERT INTO work_item (value_stream_id, reference)
            SELECT ?::bigint, reference FROM (SELECT reference, min(line) AS first FROM staged_event GROUP BY reference) s
            WHERE NOT EXISTS (SELECT 1 FROM work_item w WHERE w.value_stream_id = ? AND w.reference = s.reference)
            ORDER BY first
            """;

    /**
     * Identical events of a request differ by their ordinal: all count, and a repeated request
     * repeats the ordinals.
     */
    private static final String ADD_EVENTS =
            """
            WITH numbered AS (
                SELECT s.*, CASE WHEN event_id IS NULL THEN row_number() OVER (PARTITION BY reference, fingerprint ORDER BY line) ELSE 1 END AS ordinal
                FROM staged_event s
            ), added AS (
                INSERT INTO work_item_event (work_item_id, identity, import_id, line, sequence, occurred_at, activity, state, department, team,
                                             actor, type, sla_met, event_id, attributes)
                SELECT w.id, CASE WHEN ordinal = 1 THEN fingerprint ELSE md5(fingerprint::text || ordinal)::uuid END, ?, line, sequence,
                       occurred_at, activity, state, n.department, n.team, actor, n.type, n.sla_met, event_id, attributes
                FROM numbered n JOIN work_item w ON w.value_stream_id = ? AND w.reference = n.reference
                ORDER BY w.id, line
                ON CONFLICT DO NOTHING
                RETURNING work_item_id
            )
            INSERT INTO touched_item SELECT work_item_id, count(*) FROM added GROUP BY work_item_id
            """;

    private static final String TOUCH_ALL =
            "INSERT INTO touched_item SELECT id, 0 FROM work_item WHERE value_stream_id = ?";

    private static final String ORDER_JOURNEYS =
            """
            INSERT INTO journey_step
            SELECT e.work_item_id,
                   row_number() OVER journey,
                   e.occurred_at,
                   lead(e.occurred_at) OVER journey,
                   e.activity,
                   s.class,
                   e.team, e.department, e.type, e.sla_met
            FROM work_item_event e
            JOIN touched_item t ON t.id = e.work_item_id
            LEFT JOIN value_stream_state s ON s.value_stream_id = ? AND s.state = coalesce(e.state, e.activity)
            WINDOW journey AS (PARTITION BY e.work_item_id ORDER BY e.sequence NULLS LAST, e.occurred_at, e.import_id, e.line)
            """;

    private static final String FORGET_HANDOFFS =
            "DELETE FROM handoff h USING touched_item t WHERE h.work_item_id = t.id";

    /** Only events with a carrier; where it differs from the one before, work was handed over. */
    private static final String FIND_HANDOFFS =
            """
            INSERT INTO handoff (work_item_id, level, ordinal, value_stream_id, giver, receiver, at, wait_seconds)
            SELECT work_item_id, '%1$s', row_number() OVER (PARTITION BY work_item_id ORDER BY place), ?::bigint, giver, %1$s, occurred_at,
                   extract(epoch FROM occurred_at - given_at)
            FROM (SELECT work_item_id, place, %1$s, occurred_at,
                         lag(%1$s) OVER carried AS giver, lag(occurred_at) OVER carried AS given_at
                  FROM journey_step WHERE %1$s IS NOT NULL
                  WINDOW carried AS (PARTITION BY work_item_id ORDER BY place)) c
            WHERE giver <> %1$s
            """;

    /** Three carriers in a row, A, B, A: a handoff straight back to the giver of the one before. */
    private static final String SUM_UP =
            """
            WITH journey AS (
                SELECT work_item_id,
                       count(*) AS events,
                       count(*) - count(DISTINCT activity) AS rework,
                       min(occurred_at) AS first_at,
                       max(occurred_at) AS last_at,
                       (array_agg(class ORDER BY place DESC))[1] = 'done' AS done,
                       (array_agg(type ORDER BY place DESC) FILTER (WHERE type IS NOT NULL))[1] AS type,
                       (array_agg(sla_met ORDER BY place DESC) FILTER (WHERE sla_met IS NOT NULL))[1] AS sla_met,
                       (array_agg(team ORDER BY place DESC) FILTER (WHERE team IS NOT NULL))[1] AS team,
                       (array_agg(department ORDER BY place DESC) FILTER (WHERE department IS NOT NULL))[1] AS department,
                       sum(extract(epoch FROM next_at - occurred_at)) FILTER (WHERE class = 'active') AS active_seconds,
                       sum(extract(epoch FROM next_at - occurred_at)) FILTER (WHERE class = 'waiting') AS waiting_seconds
                FROM journey_step GROUP BY work_item_id
            ), exchanged AS (
                SELECT work_item_id, level, count(*) AS handoffs, count(*) FILTER (WHERE back) AS ping_pongs, max(at) AS last_at
                FROM (SELECT work_item_id, level, at,
                             receiver = lag(giver) OVER (PARTITION BY work_item_id, level ORDER BY ordinal) AS back
                      FROM handoff JOIN touched_item ON id = work_item_id) h
                GROUP BY work_item_id, level
            )
            UPDATE work_item w
            SET events = j.events, rework = j.rework, first_at = j.first_at, last_at = j.last_at, done = coalesce(j.done, false),
                type = j.type, sla_met = j.sla_met, team = j.team, department = j.department,
                carried_since = coalesce(t.last_at, d.last_at, j.first_at),
                active_seconds = coalesce(j.active_seconds, CASE WHEN c.classed THEN 0 END),
                waiting_seconds = coalesce(j.waiting_seconds, CASE WHEN c.classed THEN 0 END),
                team_handoffs = coalesce(t.handoffs, 0), team_ping_pongs = coalesce(t.ping_pongs, 0),
                department_handoffs = coalesce(d.handoffs, 0), department_ping_pongs = coalesce(d.ping_pongs, 0)
            FROM journey j
            LEFT JOIN exchanged t ON t.work_item_id = j.work_item_id AND t.level = 'team'
            LEFT JOIN exchanged d ON d.work_item_id = j.work_item_id AND d.level = 'department'
            CROSS JOIN (SELECT EXISTS (SELECT 1 FROM value_stream_state WHERE value_stream_id = ? AND class <> 'done') AS classed) c
            WHERE w.id = j.work_item_id
            """;

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
        update(connection, ADD_ITEMS, stream, stream);
        update(connection, "ANALYZE staged_event");
        update(connection, ADD_EVENTS, importId, stream);
        var merged = count(connection);
        if (merged.accepted() > 0) {
            workOut(connection, stream);
        }
        return merged;
    }

    /**
     * History is worked out again when its states are classed anew, in the transaction of that
     * change.
     */
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

    private void begin(Connection connection, long stream) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(4711, ?)")) {
            lock.setInt(1, Math.toIntExact(stream));
            lock.execute();
        }
        update(connection, TOUCHED);
        update(connection, JOURNEY);
    }

    private void workOut(Connection connection, long stream) throws SQLException {
        update(connection, "ANALYZE touched_item");
        update(connection, ORDER_JOURNEYS, stream);
        update(connection, "ANALYZE journey_step");
        update(connection, FORGET_HANDOFFS);
        update(connection, FIND_HANDOFFS.formatted("team"), stream);
        update(connection, FIND_HANDOFFS.formatted("department"), stream);
        update(connection, SUM_UP, stream);
        update(connection, MOVE_REVISION, stream);
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
