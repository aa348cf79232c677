package io.jointly.catalog.flow;

import io.jointly.catalog.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the sums that dashboards read: what the touched work items counted for before comes off,
 * what they count for now is added. Whole numbers only, so that the order in which events come
 * changes no figure.
 */
@ApplicationScoped
class Summaries {
    /** What is kept per day and type, and what one work item {@code i} adds to it. */
    static final List<Sum> SUMS =
            List.of(
                    new Sum("items", "1"),
                    new Sum("done", "i.done::integer"),
                    new Sum("events", "i.events"),
                    new Sum("flow_ms", "CASE WHEN i.done THEN %s ELSE 0 END", ms("i.flow_seconds")),
                    new Sum(
                            "open_since_ms",
                            "CASE WHEN i.done THEN 0 ELSE %s END",
                            ms("date_part('epoch', i.first_at)")),
                    new Sum(
                            "active_ms",
                            "CASE WHEN i.done THEN coalesce(%s, 0) ELSE 0 END",
                            ms("i.active_seconds")),
                    new Sum(
                            "waiting_ms",
                            "CASE WHEN i.done THEN coalesce(%s, 0) ELSE 0 END",
                            ms("i.waiting_seconds")),
                    new Sum(
                            "classed_ms",
                            "CASE WHEN i.done AND i.active_seconds IS NOT NULL THEN %s ELSE 0 END",
                            ms("i.flow_seconds")),
                    new Sum("classed_items", "(i.done AND i.active_seconds IS NOT NULL)::integer"),
                    new Sum("rework_events", "i.rework"),
                    new Sum("rework_items", "(i.rework > 0)::integer"),
                    new Sum("sla_measured", "(i.sla_met IS NOT NULL)::integer"),
                    new Sum("sla_met", "coalesce(i.sla_met::integer, 0)"),
                    new Sum("team_handoffs", "i.team_handoffs"),
                    new Sum("team_handed", "(i.team_handoffs > 0)::integer"),
                    new Sum("team_ping_pongs", "i.team_ping_pongs"),
                    new Sum("team_ping_ponged", "(i.team_ping_pongs > 0)::integer"),
                    new Sum("department_handoffs", "i.department_handoffs"),
                    new Sum("department_handed", "(i.department_handoffs > 0)::integer"),
                    new Sum("department_ping_pongs", "i.department_ping_pongs"),
                    new Sum("department_ping_ponged", "(i.department_ping_pongs > 0)::integer"),
                    new Sum("stage_handoffs", "i.stage_handoffs"),
                    new Sum("stage_handed", "(i.stage_handoffs > 0)::integer"),
                    new Sum("stage_ping_pongs", "i.stage_ping_pongs"),
                    new Sum("stage_ping_ponged", "(i.stage_ping_pongs > 0)::integer"));

    /** A column of {@code flow_day}. */
    record Sum(String column, String ofOneItem) {
        Sum(String column, String form, String value) {
            this(column, form.formatted(value));
        }
    }

    /**
     * An item with more stays than these counts for no pair's working together: pairs grow with the
     * square, and what went through so many hands was nobody's joint work.
     */
    private static final int MOST_TOGETHER = 100;

    /** Touched items as they were, to be taken off, and as they are. */
    private static final String ITEMS =
            "(SELECT -1 AS sign, b.* FROM item_before b UNION ALL SELECT 1, w.* FROM touched_item t JOIN work_item w ON w.id = t.id)";

    private static final String STAYS =
            "(SELECT -1 AS sign, b.* FROM stay_before b UNION ALL SELECT 1, s.* FROM touched_item t JOIN stay s ON s.work_item_id = t.id)";

    private static final String DAYS =
            """
            INSERT INTO flow_day (value_stream_id, day, type, arrived, %1$s)
            SELECT ?, day, type, sum(arrived), %2$s
            FROM (SELECT (i.last_at AT TIME ZONE 'UTC')::date AS day, coalesce(i.type, '') AS type, 0 AS arrived, %3$s FROM %5$s i
                  UNION ALL
                  SELECT (i.first_at AT TIME ZONE 'UTC')::date, coalesce(i.type, ''), i.sign, %4$s FROM %5$s i) c
            GROUP BY day, type
            ON CONFLICT (value_stream_id, day, type) DO UPDATE SET arrived = flow_day.arrived + excluded.arrived, %6$s
            """
                    .formatted(
                            each("%s"),
                            each("sum(%s)"),
                            SUMS.stream()
                                    .map(s -> "i.sign * (" + s.ofOneItem() + ") AS " + s.column())
                                    .collect(Collectors.joining(", ")),
                            each("0"),
                            ITEMS,
                            each("%1$s = flow_day.%1$s + excluded.%1$s"));

    private static final String HISTOGRAMS =
            """
            INSERT INTO flow_histogram (value_stream_id, measure, day, bucket, items)
            SELECT ?, measure, day, bucket, sum(sign)
            FROM (SELECT sign, (last_at AT TIME ZONE 'UTC')::date AS day, flow_bucket(flow_seconds) AS times, %1$s FROM %2$s i) i
            CROSS JOIN LATERAL (VALUES ('flow-time', times), %3$s) v (measure, bucket)
            WHERE bucket IS NOT NULL
            GROUP BY measure, day, bucket
            ON CONFLICT (value_stream_id, measure, day, bucket) DO UPDATE SET items = flow_histogram.items + excluded.items
            """
                    .formatted(
                            Level.each(
                                    "CASE WHEN %1$s IS NOT NULL THEN %1$s_handoffs END AS %1$s_handoffs",
                                    ", "),
                            ITEMS,
                            Level.each("('%1$s-handoffs', %1$s_handoffs)", ", "));

    private static final String PAIRS =
            """
            INSERT INTO flow_pair (value_stream_id, level, span, start, giver, receiver, handoffs, wait_ms, returns, together)
            SELECT ?, level, CASE WHEN grouping(month) = 1 THEN 'day' ELSE 'month' END, coalesce(month, day), giver, carrier,
                   sum(handoffs), sum(wait_ms), sum(returns), sum(together)
            FROM (SELECT level, (ended_at AT TIME ZONE 'UTC')::date AS day, date_trunc('month', ended_at AT TIME ZONE 'UTC')::date AS month, giver, carrier,
                         sign AS handoffs, sign * %1$s AS wait_ms, sign * (bounces > 0)::integer AS returns, 0 AS together
                  FROM %2$s s WHERE giver IS NOT NULL
                  UNION ALL
                  SELECT x.level, (x.ended_at AT TIME ZONE 'UTC')::date, date_trunc('month', x.ended_at AT TIME ZONE 'UTC')::date, x.carrier, y.carrier,
                         0, 0, 0, x.sign
                  FROM (%3$s) x JOIN (%3$s) y USING (sign, work_item_id, level)
                  WHERE x.carrier < y.carrier COLLATE "C") p
            GROUP BY GROUPING SETS ((level, giver, carrier, day), (level, giver, carrier, month))
            ON CONFLICT (value_stream_id, level, span, start, giver, receiver) DO UPDATE
            SET handoffs = flow_pair.handoffs + excluded.handoffs, wait_ms = flow_pair.wait_ms + excluded.wait_ms,
                returns = flow_pair.returns + excluded.returns, together = flow_pair.together + excluded.together
            """
                    .formatted(
                            ms("wait_seconds"),
                            STAYS,
                            """
                            SELECT DISTINCT sign, work_item_id, level, carrier, ended_at
                            FROM (SELECT s.*, count(*) OVER (PARTITION BY sign, work_item_id, level) AS stays FROM %s s) s WHERE stays BETWEEN 2 AND %d
                            """
                                    .formatted(STAYS, MOST_TOGETHER));

    private static final String CARRIERS =
            """
            INSERT INTO flow_carrier (value_stream_id, level, span, start, carrier, items, stays, events, received, given, returned,
                                      wait_ms, held_ms, active_ms, waiting_ms)
            SELECT ?, level, CASE WHEN grouping(month) = 1 THEN 'day' ELSE 'month' END, coalesce(month, day), carrier,
                   sum(sign * first), sum(sign), sum(sign * events), sum(sign * (giver IS NOT NULL)::integer), sum(sign * given),
                   sum(sign * (bounces > 0)::integer), sum(sign * coalesce(%1$s, 0)), sum(sign * %2$s), sum(sign * coalesce(%3$s, 0)), sum(sign * coalesce(%4$s, 0))
            FROM (SELECT s.*, (ended_at AT TIME ZONE 'UTC')::date AS day, date_trunc('month', ended_at AT TIME ZONE 'UTC')::date AS month,
                         (row_number() OVER (PARTITION BY sign, work_item_id, level, carrier ORDER BY ordinal) = 1)::integer AS first,
                         (lead(ordinal) OVER (PARTITION BY sign, work_item_id, level ORDER BY ordinal) IS NOT NULL)::integer AS given
                  FROM %5$s s) s
            GROUP BY GROUPING SETS ((level, carrier, day), (level, carrier, month))
            ON CONFLICT (value_stream_id, level, span, start, carrier) DO UPDATE
            SET items = flow_carrier.items + excluded.items, stays = flow_carrier.stays + excluded.stays, events = flow_carrier.events + excluded.events,
                received = flow_carrier.received + excluded.received, given = flow_carrier.given + excluded.given,
                returned = flow_carrier.returned + excluded.returned, wait_ms = flow_carrier.wait_ms + excluded.wait_ms,
                held_ms = flow_carrier.held_ms + excluded.held_ms, active_ms = flow_carrier.active_ms + excluded.active_ms,
                waiting_ms = flow_carrier.waiting_ms + excluded.waiting_ms
            """
                    .formatted(
                            ms("wait_seconds"),
                            ms("held_seconds"),
                            ms("active_seconds"),
                            ms("waiting_seconds"),
                            STAYS);

    /** Forgets all sums of a stream. */
    void clear(Connection connection, long stream) throws SQLException {
        for (var table : new String[] {"flow_day", "flow_histogram", "flow_pair", "flow_carrier"}) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE value_stream_id = ?", stream);
        }
    }

    /** Forgets sums that have become nothing, with the names in them. */
    void dropEmpty(Connection connection, long stream) throws SQLException {
        for (var empty :
                new String[] {
                    "flow_day WHERE items = 0 AND arrived = 0",
                    "flow_histogram WHERE items = 0",
                    "flow_pair WHERE handoffs = 0 AND together = 0",
                    "flow_carrier WHERE stays = 0"
                }) {
            Sql.update(connection, "DELETE FROM " + empty + " AND value_stream_id = ?", stream);
        }
    }

    void change(Connection connection, long stream) throws SQLException {
        for (var summary : new String[] {DAYS, HISTOGRAMS, PAIRS, CARRIERS}) {
            Sql.update(connection, summary, stream);
        }
    }

    static String each(String form) {
        return SUMS.stream().map(s -> form.formatted(s.column())).collect(Collectors.joining(", "));
    }

    static String ms(String seconds) {
        return "round(" + seconds + " * 1000)::bigint";
    }
}
