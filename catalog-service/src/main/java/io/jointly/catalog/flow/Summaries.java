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
            "(SELECT -1 AS sign, b.* FROM item_before b UNION ALL SELECT 1, a.* FROM item_after a)";

    private static final String STAYS =
            "(SELECT -1 AS sign, b.* FROM stay_before b WHERE b.level = '%1$s' UNION ALL SELECT 1, a.* FROM stay_after a WHERE a.level = '%1$s')";

    private static final String DAYS =
            """
            INSERT INTO flow_day (value_stream_id, day, type, arrived, %1$s)
            SELECT ?, day, type, sum(arrived), %2$s
            FROM (SELECT (i.last_at AT TIME ZONE 'UTC')::date AS day, coalesce(i.type, '') AS type, 0 AS arrived, %3$s FROM %5$s i GROUP BY 1, 2
                  UNION ALL
                  SELECT (i.first_at AT TIME ZONE 'UTC')::date, coalesce(i.type, ''), sum(i.sign), %4$s FROM %5$s i GROUP BY 1, 2) c
            GROUP BY day, type
            ON CONFLICT (value_stream_id, day, type) DO UPDATE SET arrived = flow_day.arrived + excluded.arrived, %6$s
            """
                    .formatted(
                            each("%s"),
                            each("sum(%s)"),
                            SUMS.stream()
                                    .map(
                                            s ->
                                                    "sum(i.sign * ("
                                                            + s.ofOneItem()
                                                            + ")) AS "
                                                            + s.column())
                                    .collect(Collectors.joining(", ")),
                            each("0"),
                            ITEMS,
                            each("%1$s = flow_day.%1$s + excluded.%1$s"));

    private static final String FLOW_TIMES =
            histogram("flow-time", "flow_bucket(i.flow_seconds)", "i.done");
    private static final String HANDOFFS =
            histogram("%1$s-handoffs", "i.%1$s_handoffs", "i.%1$s IS NOT NULL");

    private static String histogram(String measure, String bucket, String whose) {
        return """
            INSERT INTO flow_histogram (value_stream_id, measure, day, bucket, items)
            SELECT ?, '%1$s', (i.last_at AT TIME ZONE 'UTC')::date AS day, %2$s AS bucket, sum(i.sign)
            FROM %4$s i WHERE %3$s GROUP BY day, bucket
            ON CONFLICT (value_stream_id, measure, day, bucket) DO UPDATE SET items = flow_histogram.items + excluded.items
            """
                .formatted(measure, bucket, whose, ITEMS);
    }

    private static final String PAIRS =
            """
            INSERT INTO flow_pair (value_stream_id, level, span, start, giver, receiver, handoffs, wait_ms, returns, together)
            SELECT ?, '%%1$s', CASE WHEN grouping(month) = 1 THEN 'day' ELSE 'month' END, coalesce(month, day), giver, receiver,
                   sum(handoffs), sum(wait_ms), sum(returns), sum(together)
            FROM (SELECT day, date_trunc('month', day)::date AS month, giver, receiver, sum(handoffs) AS handoffs, sum(wait_ms) AS wait_ms,
                         sum(returns) AS returns, sum(together) AS together
                  FROM (SELECT (ended_at AT TIME ZONE 'UTC')::date AS day, giver, carrier AS receiver, sign AS handoffs, sign * %1$s AS wait_ms,
                               sign * (bounces > 0)::integer AS returns, 0 AS together
                        FROM %2$s s WHERE giver IS NOT NULL
                        UNION ALL
                        SELECT (ended_at AT TIME ZONE 'UTC')::date, x, y, 0, 0, 0, sign
                        FROM (SELECT sign, max(ended_at) AS ended_at, array_agg(DISTINCT carrier COLLATE "C") AS carriers
                              FROM %2$s s GROUP BY sign, work_item_id HAVING count(*) BETWEEN 2 AND %3$d) t,
                             unnest(carriers) x, unnest(carriers) y WHERE x < y COLLATE "C") h
                  GROUP BY day, giver, receiver) d
            GROUP BY GROUPING SETS ((giver, receiver, day), (giver, receiver, month))
            ON CONFLICT (value_stream_id, level, span, start, giver, receiver) DO UPDATE
            SET handoffs = flow_pair.handoffs + excluded.handoffs, wait_ms = flow_pair.wait_ms + excluded.wait_ms,
                returns = flow_pair.returns + excluded.returns, together = flow_pair.together + excluded.together
            """
                    .formatted(ms("wait_seconds"), STAYS, MOST_TOGETHER);

    /** What was given counts for the giver, on the stay of who took it. */
    private static final String CARRIERS =
            """
            INSERT INTO flow_carrier (value_stream_id, level, span, start, carrier, items, stays, events, received, given, returned,
                                      wait_ms, held_ms, active_ms, waiting_ms)
            SELECT ?, '%%1$s', CASE WHEN grouping(month) = 1 THEN 'day' ELSE 'month' END, coalesce(month, day), carrier, sum(items), sum(stays), sum(events),
                   sum(received), sum(given), sum(returned), sum(wait_ms), sum(held_ms), sum(active_ms), sum(waiting_ms)
            FROM (SELECT day, date_trunc('month', day)::date AS month, carrier, sum(sign * first) AS items, sum(sign) AS stays, sum(sign * events) AS events,
                         sum(sign * (giver IS NOT NULL)::integer) AS received, 0 AS given, sum(sign * (bounces > 0)::integer) AS returned,
                         sum(sign * coalesce(%1$s, 0)) AS wait_ms, sum(sign * %2$s) AS held_ms, sum(sign * coalesce(%3$s, 0)) AS active_ms,
                         sum(sign * coalesce(%4$s, 0)) AS waiting_ms
                  FROM (SELECT s.*, (ended_at AT TIME ZONE 'UTC')::date AS day,
                               (row_number() OVER (PARTITION BY sign, work_item_id, carrier) = 1)::integer AS first FROM %5$s s) s
                  GROUP BY day, carrier
                  UNION ALL
                  SELECT (ended_at AT TIME ZONE 'UTC')::date AS day, date_trunc('month', ended_at AT TIME ZONE 'UTC')::date, giver, 0, 0, 0, 0, sum(sign), 0, 0, 0, 0, 0
                  FROM %5$s s WHERE giver IS NOT NULL GROUP BY 1, 2, giver) c
            GROUP BY GROUPING SETS ((carrier, day), (carrier, month))
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

    /** From before to after, at the levels at which anything was or is carried. */
    void change(Connection connection, long stream, List<Level> levels) throws SQLException {
        Sql.update(connection, DAYS, stream);
        Sql.update(connection, FLOW_TIMES, stream);
        for (var level : levels) {
            for (var summary : new String[] {HANDOFFS, PAIRS, CARRIERS}) {
                Sql.update(connection, summary.formatted(level), stream);
            }
        }
    }

    static String each(String form) {
        return SUMS.stream().map(s -> form.formatted(s.column())).collect(Collectors.joining(", "));
    }

    static String ms(String seconds) {
        return "round(" + seconds + " * 1000)::bigint";
    }
}
