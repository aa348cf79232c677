package io.jointly.catalog.flow;

import io.jointly.catalog.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Works out the journeys of the work items that a change touches (temporary table {@code
 * touched_item}), from their events to stays, sums and summaries; definitions in
 * docs/flow-measures.md. Within a transaction that holds the stream's lock.
 */
@ApplicationScoped
public class Journeys {
    private static final String[] ROOM = {
        "CREATE TEMPORARY TABLE IF NOT EXISTS touched_item (id bigint, era date, added bigint) ON COMMIT DELETE ROWS",
        "CREATE TEMPORARY TABLE IF NOT EXISTS item_before (LIKE work_item) ON COMMIT DELETE ROWS",
        "CREATE TEMPORARY TABLE IF NOT EXISTS stay_before (LIKE stay) ON COMMIT DELETE ROWS",
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS journey (
            work_item_id bigint, place integer, occurred_at timestamptz, next_at timestamptz, ended_at timestamptz, activity text, class text,
            team text, department text, stage text, type text, sla_met boolean
        ) ON COMMIT DELETE ROWS
        """,
        "CREATE TEMPORARY TABLE IF NOT EXISTS placement (activity text, state text, team text, department text, stage text, class text) ON COMMIT DELETE ROWS"
    };

    private static final String KEEP_ITEMS_BEFORE =
            "INSERT INTO item_before SELECT w.* FROM touched_item t JOIN work_item w ON w.id = t.id WHERE w.events > 0";

    private static final String TAKE_STAYS_BEFORE =
            """
            WITH gone AS (DELETE FROM stay s USING touched_item t WHERE s.work_item_id = t.id RETURNING s.*)
            INSERT INTO stay_before SELECT * FROM gone
            """;

    /** A merge sort of all events, rather than a look-up for each item, when all are touched. */
    private static final String ORDER_EVENTS =
            """
            INSERT INTO journey
            SELECT e.work_item_id, row_number() OVER j, e.occurred_at, lead(e.occurred_at) OVER j,
                   max(e.occurred_at) OVER (PARTITION BY e.work_item_id), e.activity, %s, e.team, e.department, %s, e.type, e.sla_met
            FROM touched_item t
            JOIN work_item_event e ON e.value_stream_id = ? AND e.era = t.era AND e.work_item_id = t.id
            LEFT JOIN value_stream_state s ON s.value_stream_id = ? AND s.state = coalesce(e.state, e.activity)
            %s
            WINDOW j AS (PARTITION BY e.work_item_id ORDER BY e.sequence NULLS LAST, e.occurred_at, e.import_id, e.line)
            """;

    private static final String ORDER_UNRULED = ORDER_EVENTS.formatted("s.class", "NULL", "");

    private static final String ORDER_BY_RULES =
            ORDER_EVENTS.formatted(
                    "coalesce(p.class, s.class)",
                    "p.stage",
                    """
                    LEFT JOIN placement p ON p.activity = e.activity AND p.state = coalesce(e.state, '') AND p.team = coalesce(e.team, '')
                        AND p.department = coalesce(e.department, '')
                    """);

    private static final String HAS_RULES =
            "SELECT EXISTS (SELECT 1 FROM flow_settings f JOIN flow_rule r ON r.flow_settings_id = f.id WHERE f.value_stream_id = ?)";

    /** Rules are asked once for each kind of event, not once for each event. */
    private static final String PLACE =
            """
            INSERT INTO placement
            SELECT k.*,
                   (SELECT r.stage FROM rule r WHERE r.stage IS NOT NULL AND %1$s ORDER BY r.place LIMIT 1),
                   (SELECT r.class FROM rule r WHERE r.class IS NOT NULL AND %1$s ORDER BY r.place LIMIT 1)
            FROM (SELECT DISTINCT e.activity, coalesce(e.state, '') AS state, coalesce(e.team, '') AS team, coalesce(e.department, '') AS department
                  FROM touched_item t JOIN work_item_event e ON e.value_stream_id = ? AND e.era = t.era AND e.work_item_id = t.id) k
            """
                    .replace(
                            "FROM rule r WHERE",
                            "FROM flow_settings f JOIN flow_rule r ON r.flow_settings_id = f.id WHERE f.value_stream_id = ? AND")
                    .formatted(
                            "flow_fits(k.activity, r.activity) AND flow_fits(coalesce(nullif(k.state, ''), k.activity), r.state) AND flow_fits(nullif(k.team, ''), r.team) AND flow_fits(nullif(k.department, ''), r.department)");

    /**
     * Events without a carrier are left out, consecutive equal carriers become one stay. The last
     * column but three counts how often in a row work went straight back (A, B, A is one).
     */
    private static final String STAYS =
            """
            INSERT INTO stay (value_stream_id, work_item_id, level, ordinal, carrier, giver, bounces, events, from_at, to_at, ended_at,
                              wait_seconds, held_seconds, active_seconds, waiting_seconds)
            SELECT ?, work_item_id, '%1$s', ordinal, carrier, giver,
                   ordinal - max(CASE WHEN back THEN 0 ELSE ordinal END) OVER stays,
                   coalesce(lead(place) OVER stays, last_place + 1) - place,
                   from_at, coalesce(lead(given_at) OVER stays, last_at), ended_at,
                   CASE WHEN giver IS NOT NULL THEN greatest(0, date_part('epoch', from_at - given_at)) END,
                   greatest(0, date_part('epoch', coalesce(lead(from_at) OVER stays, last_at) - from_at)),
                   coalesce(lead(active_before) OVER stays, active_all) - active_before,
                   coalesce(lead(waiting_before) OVER stays, waiting_all) - waiting_before
            FROM (SELECT work_item_id, row_number() OVER stays AS ordinal, carrier, giver, coalesce(carrier = lag(giver) OVER stays, false) AS back,
                         place, last_place, occurred_at AS from_at, given_at, last_at, ended_at, active_before, active_all, waiting_before, waiting_all
                  FROM (SELECT work_item_id, carrier, lag(carrier) OVER carried AS giver, occurred_at, lag(occurred_at) OVER carried AS given_at, ended_at,
                               row_number() OVER carried AS place, count(*) OVER item AS last_place, last_value(occurred_at) OVER whole AS last_at,
                               sum(active) OVER carried - active AS active_before, sum(active) OVER item AS active_all,
                               sum(waiting) OVER carried - waiting AS waiting_before, sum(waiting) OVER item AS waiting_all
                        FROM (SELECT work_item_id, %1$s AS carrier, occurred_at, ended_at, place,
                                     CASE WHEN class = 'active' AND next_at > occurred_at THEN date_part('epoch', next_at - occurred_at) ELSE 0 END AS active,
                                     CASE WHEN class = 'waiting' AND next_at > occurred_at THEN date_part('epoch', next_at - occurred_at) ELSE 0 END AS waiting
                              FROM journey WHERE %1$s IS NOT NULL) j
                        WINDOW carried AS (PARTITION BY work_item_id ORDER BY place),
                               whole AS (PARTITION BY work_item_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING),
                               item AS (PARTITION BY work_item_id)) c
                  WHERE giver IS DISTINCT FROM carrier
                  WINDOW stays AS (PARTITION BY work_item_id ORDER BY place)) s
            WINDOW stays AS (PARTITION BY work_item_id ORDER BY ordinal)
            """;

    /** The last type of a journey that is not null is the largest of place and value joined. */
    private static final String SUM_UP =
            """
            UPDATE work_item w
            SET events = j.events, rework = j.rework, first_at = j.first_at, last_at = j.last_at, done = coalesce(j.done, false),
                flow_seconds = CASE WHEN j.done THEN date_part('epoch', j.last_at - j.first_at) END,
                type = j.type, sla_met = j.sla %% 2 = 1,
                active_seconds = coalesce(j.active_seconds, CASE WHEN c.classed THEN 0 END),
                waiting_seconds = coalesce(j.waiting_seconds, CASE WHEN c.classed THEN 0 END),
                team = s.team, department = s.department, stage = s.stage, %s
            FROM (SELECT work_item_id, count(*) AS events, count(*) - count(DISTINCT activity) AS rework,
                         min(occurred_at) AS first_at, max(occurred_at) AS last_at,
                         bool_or(class = 'done') FILTER (WHERE next_at IS NULL) AS done,
                         substr(max((lpad(place::text, 9, '0') || type) COLLATE "C"), 10) AS type,
                         max(place * 2 + sla_met::integer) AS sla,
                         sum(greatest(0, date_part('epoch', next_at - occurred_at))) FILTER (WHERE class = 'active') AS active_seconds,
                         sum(greatest(0, date_part('epoch', next_at - occurred_at))) FILTER (WHERE class = 'waiting') AS waiting_seconds
                  FROM journey GROUP BY work_item_id) j
            LEFT JOIN (SELECT s.work_item_id, %s
                       FROM (SELECT x.*, ordinal = max(ordinal) OVER (PARTITION BY work_item_id, level) AS last
                             FROM stay x JOIN touched_item t ON t.id = x.work_item_id) s
                       GROUP BY s.work_item_id) s ON s.work_item_id = j.work_item_id
            CROSS JOIN (SELECT EXISTS (SELECT 1 FROM value_stream_state WHERE value_stream_id = ? AND class <> 'done')
                            OR EXISTS (SELECT 1 FROM flow_settings f JOIN flow_rule r ON r.flow_settings_id = f.id
                                       WHERE f.value_stream_id = ? AND r.class <> 'done') AS classed) c
            WHERE w.id = j.work_item_id
            """
                    .formatted(
                            perLevel(
                                    "%1$s_handoffs = coalesce(s.%1$s_handoffs, 0), %1$s_ping_pongs = coalesce(s.%1$s_ping_pongs, 0)"),
                            perLevel(
                                    "max(carrier) FILTER (WHERE last AND level = '%1$s') AS %1$s, count(giver) FILTER (WHERE level = '%1$s') AS %1$s_handoffs, count(*) FILTER (WHERE level = '%1$s' AND bounces > 0) AS %1$s_ping_pongs"));

    private static final String FORGET_EMPTY =
            "DELETE FROM work_item w USING touched_item t WHERE w.id = t.id AND NOT EXISTS (SELECT 1 FROM journey j WHERE j.work_item_id = t.id)";

    private static final String TOUCH_ALL =
            "INSERT INTO touched_item SELECT id, era, 0 FROM work_item WHERE value_stream_id = ?";

    private static final String MOVE_REVISION =
            """
            INSERT INTO flow_revision (value_stream_id, revision) VALUES (?, 1)
            ON CONFLICT (value_stream_id) DO UPDATE SET revision = flow_revision.revision + 1
            """;

    private final Summaries summaries;

    Journeys(Summaries summaries) {
        this.summaries = summaries;
    }

    /** Takes the stream's lock until the transaction ends, and makes room for what is touched. */
    public void begin(Connection connection, long stream) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(4711, ?)")) {
            lock.setInt(1, Math.toIntExact(stream));
            lock.execute();
        }
        // A large import sorts in memory; the usual allowance is for many small queries at once.
        Sql.update(connection, "SET LOCAL work_mem = '64MB'");
        for (var table : ROOM) {
            Sql.update(connection, table);
        }
    }

    /** After a change of the events of the touched work items. */
    public void workOut(Connection connection, long stream) throws SQLException {
        Sql.update(connection, "ANALYZE touched_item");
        if (Sql.update(connection, KEEP_ITEMS_BEFORE) > 0) {
            Sql.update(connection, TAKE_STAYS_BEFORE);
        }
        followEvents(connection, stream);
    }

    /** All of a stream's work items, from nothing but their events, whatever was kept before. */
    void workOutAll(Connection connection, long stream) throws SQLException {
        Sql.update(connection, TOUCH_ALL, stream);
        Sql.update(connection, "ANALYZE touched_item");
        Sql.update(connection, "DELETE FROM stay WHERE value_stream_id = ?", stream);
        summaries.clear(connection, stream);
        followEvents(connection, stream);
    }

    private void followEvents(Connection connection, long stream) throws SQLException {
        if (Sql.holds(connection, HAS_RULES, stream)) {
            Sql.update(connection, PLACE, stream, stream, stream);
            Sql.update(connection, ORDER_BY_RULES, stream, stream);
        } else {
            Sql.update(connection, ORDER_UNRULED, stream, stream);
        }
        for (var level : Level.values()) {
            Sql.update(connection, STAYS.formatted(level), stream);
        }
        Sql.update(connection, SUM_UP, stream, stream);
        Sql.update(connection, FORGET_EMPTY);
        summaries.change(connection, stream);
        Sql.update(connection, MOVE_REVISION, stream);
    }

    /**
     * Forgets the touched work items with all that they counted for; their events are the caller's.
     */
    void forget(Connection connection, long stream) throws SQLException {
        Sql.update(connection, "ANALYZE touched_item");
        Sql.update(connection, KEEP_ITEMS_BEFORE);
        Sql.update(connection, TAKE_STAYS_BEFORE);
        Sql.update(connection, FORGET_EMPTY);
        summaries.change(connection, stream);
        summaries.dropEmpty(connection, stream);
        Sql.update(connection, MOVE_REVISION, stream);
    }

    private static String perLevel(String sql) {
        return Level.each(sql, ", ");
    }
}
