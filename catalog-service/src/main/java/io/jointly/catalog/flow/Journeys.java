package io.jointly.catalog.flow;

import io.jointly.catalog.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out the journeys of the work items that a change touches (temporary table {@code
 * touched_item}), from their events to stays, sums and summaries; definitions in
 * docs/flow-measures.md. What was known of them is taken out, what they are now is put in, each row
 * once. Within a transaction that holds the stream's lock.
 */
@ApplicationScoped
public class Journeys {
    /** Where an import puts the events that it brings, until they are taken over. */
    public static final String STAGED_EVENTS =
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS staged_event (
                line bigint, fingerprint uuid, reference text, event_id text, occurred_at timestamptz, sequence bigint, activity text,
                state text, department text, team text, actor text, type text, sla_met boolean, attributes jsonb
            ) ON COMMIT DELETE ROWS
            """;

    private static final String[] ROOM = {
        STAGED_EVENTS,
        "CREATE TEMPORARY TABLE IF NOT EXISTS touched_item (id bigint, reference text, era date, known boolean) ON COMMIT DELETE ROWS",
        "CREATE TEMPORARY TABLE IF NOT EXISTS item_before (LIKE work_item) ON COMMIT DELETE ROWS",
        "CREATE TEMPORARY TABLE IF NOT EXISTS item_after (LIKE work_item) ON COMMIT DELETE ROWS",
        "CREATE TEMPORARY TABLE IF NOT EXISTS stay_before (LIKE stay) ON COMMIT DELETE ROWS",
        "CREATE TEMPORARY TABLE IF NOT EXISTS stay_after (LIKE stay) ON COMMIT DELETE ROWS",
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS journey (
            work_item_id bigint, place integer, occurred_at timestamptz, last boolean, activity text, done boolean,
            active double precision, waiting double precision, team text, department text, stage text, type text, sla_met boolean
        ) ON COMMIT DELETE ROWS
        """,
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS journey_sum (
            work_item_id bigint, events integer, rework integer, first_at timestamptz, last_at timestamptz, done boolean, type_at integer, sla integer,
            active_seconds double precision, waiting_seconds double precision
        ) ON COMMIT DELETE ROWS
        """,
        "CREATE TEMPORARY TABLE IF NOT EXISTS placement (activity text, state text, team text, department text, stage text, class text) ON COMMIT DELETE ROWS"
    };

    private static final String TAKE_ITEMS_BEFORE =
            """
            WITH gone AS (DELETE FROM work_item w USING touched_item t WHERE t.known AND w.id = t.id RETURNING w.*)
            INSERT INTO item_before SELECT * FROM gone
            """;

    private static final String TAKE_STAYS_BEFORE =
            """
            WITH gone AS (DELETE FROM stay s USING touched_item t WHERE t.known AND s.work_item_id = t.id RETURNING s.*)
            INSERT INTO stay_before SELECT * FROM gone
            """;

    /**
     * New work items have no events but those at hand. For known ones a merge sort of all events,
     * rather than a look-up for each item, when all are touched.
     */
    private static final String EVENTS =
            """
            (SELECT t.id, s.activity, s.state, s.team, s.department, s.type, s.sla_met, s.sequence, s.occurred_at, 0 AS import_id, s.line
             FROM touched_item t JOIN staged_event s ON s.reference = t.reference WHERE NOT t.known
             UNION ALL
             SELECT t.id, e.activity, e.state, e.team, e.department, e.type, e.sla_met, e.sequence, e.occurred_at, e.import_id, e.line
             FROM touched_item t JOIN work_item_event e ON e.value_stream_id = ? AND e.era = t.era AND e.work_item_id = t.id WHERE t.known)
            """;

    private static final String ORDER_EVENTS =
            """
            INSERT INTO journey
            SELECT e.id, row_number() OVER j, e.occurred_at, lead(e.occurred_at) OVER j IS NULL, e.activity, %1$s = 'done',
                   CASE WHEN %1$s = 'active' THEN greatest(0, date_part('epoch', lead(e.occurred_at) OVER j - e.occurred_at)) ELSE 0 END,
                   CASE WHEN %1$s = 'waiting' THEN greatest(0, date_part('epoch', lead(e.occurred_at) OVER j - e.occurred_at)) ELSE 0 END,
                   e.team, e.department, %2$s, e.type, e.sla_met
            FROM %4$s e
            LEFT JOIN value_stream_state s ON s.value_stream_id = ? AND s.state = coalesce(e.state, e.activity)
            %3$s
            WINDOW j AS (PARTITION BY e.id ORDER BY e.sequence NULLS LAST, e.occurred_at, e.import_id, e.line ROWS UNBOUNDED PRECEDING)
            """;

    private static final String ORDER_UNRULED =
            ORDER_EVENTS.formatted("s.class", "NULL", "", EVENTS);

    private static final String ORDER_BY_RULES =
            ORDER_EVENTS.formatted(
                    "coalesce(p.class, s.class)",
                    "p.stage",
                    """
                    LEFT JOIN placement p ON p.activity = e.activity AND p.state = coalesce(e.state, '') AND p.team = coalesce(e.team, '')
                        AND p.department = coalesce(e.department, '')
                    """,
                    EVENTS);

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
                  FROM %2$s e) k
            """
                    .replace(
                            "FROM rule r WHERE",
                            "FROM flow_settings f JOIN flow_rule r ON r.flow_settings_id = f.id WHERE f.value_stream_id = ? AND")
                    .formatted(
                            "flow_fits(k.activity, r.activity) AND flow_fits(coalesce(nullif(k.state, ''), k.activity), r.state) AND flow_fits(nullif(k.team, ''), r.team) AND flow_fits(nullif(k.department, ''), r.department)",
                            EVENTS);

    /**
     * In doubles of its place and whether the SLA was met: the last that says so is the largest.
     */
    private static final String SUM_UP =
            """
            INSERT INTO journey_sum
            SELECT work_item_id, count(*), count(*) - count(DISTINCT activity), min(occurred_at), max(occurred_at),
                   coalesce(bool_or(done) FILTER (WHERE last), false), max(place) FILTER (WHERE type IS NOT NULL), max(place * 2 + sla_met::integer),
                   sum(active), sum(waiting)
            FROM journey GROUP BY work_item_id
            """;

    /**
     * Events without a carrier are left out, consecutive equal carriers become one stay. Only where
     * a stay begins and where the journey ends matters: one stay goes up to where the next begins.
     * {@code bounces} counts how often in a row work went straight back (A, B, A is one).
     */
    private static final String STAYS =
            """
            INSERT INTO stay_after (value_stream_id, work_item_id, level, ordinal, carrier, giver, bounces, events, from_at, to_at, ended_at,
                                    wait_seconds, held_seconds, active_seconds, waiting_seconds)
            SELECT ?, s.work_item_id, '%1$s', ordinal, carrier, giver,
                   ordinal - max(CASE WHEN back THEN 0 ELSE ordinal END) OVER (PARTITION BY s.work_item_id ORDER BY ordinal ROWS UNBOUNDED PRECEDING),
                   s.events, from_at, to_at, j.last_at, CASE WHEN giver IS NOT NULL THEN greatest(0, date_part('epoch', from_at - given_at)) END,
                   greatest(0, date_part('epoch', coalesce(taken_at, to_at) - from_at)), active, waiting
            FROM (SELECT work_item_id, begins, row_number() OVER stays AS ordinal, carrier, giver, coalesce(carrier = lag(giver) OVER stays, false) AS back,
                         coalesce(lead(up_to) OVER stays, place) - place + 1 AS events,
                         occurred_at AS from_at, given_at, coalesce(lead(up_to_at) OVER stays, occurred_at) AS to_at,
                         lead(CASE WHEN begins THEN occurred_at END) OVER stays AS taken_at,
                         coalesce(lead(active_up_to) OVER stays, active_so_far) - active_so_far + active AS active,
                         coalesce(lead(waiting_up_to) OVER stays, waiting_so_far) - waiting_so_far + waiting AS waiting
                  FROM (SELECT *, CASE WHEN begins THEN place - 1 ELSE place END AS up_to,
                               CASE WHEN begins THEN given_at ELSE occurred_at END AS up_to_at,
                               CASE WHEN begins THEN active_so_far - active ELSE active_so_far END AS active_up_to,
                               CASE WHEN begins THEN waiting_so_far - waiting ELSE waiting_so_far END AS waiting_up_to
                        FROM (SELECT work_item_id, row_number() OVER carried AS place, %1$s AS carrier, lag(%1$s) OVER carried AS giver,
                                     occurred_at, lag(occurred_at) OVER carried AS given_at,
                                     %1$s IS DISTINCT FROM lag(%1$s) OVER carried AS begins, lead(place) OVER carried IS NULL AS ends,
                                     active, sum(active) OVER carried AS active_so_far, waiting, sum(waiting) OVER carried AS waiting_so_far
                              FROM journey WHERE %1$s IS NOT NULL
                              WINDOW carried AS (PARTITION BY work_item_id ORDER BY place ROWS UNBOUNDED PRECEDING)) c
                        WHERE begins OR ends) b
                  WINDOW stays AS (PARTITION BY work_item_id ORDER BY place)) s
            JOIN journey_sum j ON j.work_item_id = s.work_item_id
            WHERE begins
            """;

    private static final String ITEMS =
            """
            INSERT INTO item_after (value_stream_id, id, reference, era, events, rework, first_at, last_at, done, flow_seconds, type, sla_met,
                                    active_seconds, waiting_seconds, %1$s)
            SELECT ?, t.id, t.reference, t.era, j.events, j.rework, j.first_at, j.last_at, j.done, CASE WHEN j.done THEN date_part('epoch', j.last_at - j.first_at) END,
                   k.type, j.sla %% 2 = 1, CASE WHEN c.classed THEN j.active_seconds END, CASE WHEN c.classed THEN j.waiting_seconds END, %2$s
            FROM journey_sum j JOIN touched_item t ON t.id = j.work_item_id
            LEFT JOIN journey k ON k.work_item_id = j.work_item_id AND k.place = j.type_at
            LEFT JOIN (SELECT work_item_id, %3$s
                       FROM (SELECT x.*, lead(ordinal) OVER (PARTITION BY work_item_id, level ORDER BY ordinal) IS NULL AS last FROM stay_after x) x
                       GROUP BY work_item_id) s ON s.work_item_id = j.work_item_id
            CROSS JOIN (SELECT EXISTS (SELECT 1 FROM value_stream_state WHERE value_stream_id = ? AND class <> 'done')
                            OR EXISTS (SELECT 1 FROM flow_settings f JOIN flow_rule r ON r.flow_settings_id = f.id
                                       WHERE f.value_stream_id = ? AND r.class <> 'done') AS classed) c
            """
                    .formatted(
                            Level.each("%1$s, %1$s_handoffs, %1$s_ping_pongs", ", "),
                            Level.each(
                                    "s.%1$s, coalesce(s.%1$s_handoffs, 0), coalesce(s.%1$s_ping_pongs, 0)",
                                    ", "),
                            Level.each(
                                    "max(carrier) FILTER (WHERE last AND level = '%1$s') AS %1$s, count(giver) FILTER (WHERE level = '%1$s') AS %1$s_handoffs, count(*) FILTER (WHERE level = '%1$s' AND bounces > 0) AS %1$s_ping_pongs",
                                    ", "));

    private static final String TOUCH_ALL =
            "INSERT INTO touched_item SELECT id, reference, era, true FROM work_item WHERE value_stream_id = ?";

    private static final String MOVE_REVISION =
            """
            INSERT INTO flow_revision (value_stream_id, revision) VALUES (?, 1)
            ON CONFLICT (value_stream_id) DO UPDATE SET revision = flow_revision.revision + 1
            """;

    private final Summaries summaries;

    Journeys(Summaries summaries) {
        this.summaries = summaries;
    }

    /** Somebody else works on the stream for longer than one would wait. */
    public static final class StreamBusy extends RuntimeException {
        private static final long serialVersionUID = 1;

        StreamBusy(long stream, SQLException cause) {
            super("Stream %d is worked on by somebody else".formatted(stream), cause);
        }
    }

    /**
     * Takes the stream's lock until the transaction ends, and makes room for what is touched.
     *
     * @param patience how long to wait for the lock; connections are few, and one that waits is of
     *     use to nobody
     * @throws StreamBusy when that was not enough
     */
    public void begin(Connection connection, long stream, Duration patience) throws SQLException {
        Sql.update(connection, "SET LOCAL lock_timeout = " + patience.toMillis());
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(4711, ?)")) {
            lock.setInt(1, Math.toIntExact(stream));
            lock.execute();
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) {
                throw new StreamBusy(stream, e);
            }
            throw e;
        }
        Sql.update(connection, "SET LOCAL lock_timeout = 0");
        // A large import sorts in memory; the usual allowance is for many small queries at once.
        Sql.update(connection, "SET LOCAL work_mem = '64MB'");
        // The temporary tables are looked at for their size and their most common values only.
        Sql.update(connection, "SET LOCAL default_statistics_target = 10");
        for (var table : ROOM) {
            Sql.update(connection, table);
        }
    }

    /** After a change of the events of the touched work items. */
    public void workOut(Connection connection, long stream) throws SQLException {
        Sql.update(connection, "ANALYZE touched_item");
        takeBefore(connection);
        followEvents(connection, stream);
    }

    /** The same after events have gone; sums that are nothing now go with the names in them. */
    public void workOutWithout(Connection connection, long stream) throws SQLException {
        workOut(connection, stream);
        summaries.dropEmpty(connection, stream);
    }

    /** All of a stream's work items, from nothing but their events, whatever was kept before. */
    void workOutAll(Connection connection, long stream) throws SQLException {
        Sql.update(connection, TOUCH_ALL, stream);
        Sql.update(connection, "ANALYZE touched_item");
        Sql.update(connection, "DELETE FROM stay WHERE value_stream_id = ?", stream);
        Sql.update(connection, "DELETE FROM work_item WHERE value_stream_id = ?", stream);
        summaries.clear(connection, stream);
        followEvents(connection, stream);
    }

    /**
     * Forgets the touched work items with all that they counted for; their events are the caller's.
     */
    void forget(Connection connection, long stream) throws SQLException {
        Sql.update(connection, "ANALYZE touched_item");
        takeBefore(connection);
        summaries.change(connection, stream, List.of(Level.values()));
        summaries.dropEmpty(connection, stream);
        Sql.update(connection, MOVE_REVISION, stream);
    }

    private static void takeBefore(Connection connection) throws SQLException {
        if (Sql.update(connection, TAKE_ITEMS_BEFORE) > 0) {
            Sql.update(connection, TAKE_STAYS_BEFORE);
        }
    }

    private void followEvents(Connection connection, long stream) throws SQLException {
        if (Sql.holds(connection, HAS_RULES, stream)) {
            Sql.update(connection, PLACE, stream, stream, stream);
            Sql.update(connection, ORDER_BY_RULES, stream, stream);
        } else {
            Sql.update(connection, ORDER_UNRULED, stream, stream);
        }
        Sql.update(connection, "ANALYZE journey (work_item_id, place)");
        Sql.update(connection, SUM_UP);
        var carried = new ArrayList<Level>();
        for (var level : Level.values()) {
            if (Sql.update(connection, STAYS.formatted(level), stream) > 0
                    || Sql.holds(
                            connection,
                            "SELECT EXISTS (SELECT 1 FROM stay_before WHERE level = ?)",
                            level.toString())) {
                carried.add(level);
            }
        }
        Sql.update(connection, "ANALYZE stay_after (level, giver, carrier)");
        Sql.update(connection, ITEMS, stream, stream, stream);
        Sql.update(connection, "INSERT INTO stay SELECT * FROM stay_after");
        Sql.update(connection, "INSERT INTO work_item SELECT * FROM item_after");
        summaries.change(connection, stream, carried);
        Sql.update(connection, MOVE_REVISION, stream);
    }
}
