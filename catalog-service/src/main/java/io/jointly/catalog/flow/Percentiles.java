package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Median, 85th and 95th percentile, continuous (linear between neighbours). Over many work items
 * the kept histogram tells in which class of times each lies, and an index gives the exact value
 * inside the class, so that the cost hardly grows with their number.
 */
@ApplicationScoped
class Percentiles {
    private static final String SHARES = "ARRAY[0.5, 0.85, 0.95]";
    private static final int MOST = 3;

    private static final String AGES =
            """
            SELECT percentile_cont(%s) WITHIN GROUP (ORDER BY date_part('epoch', ?::timestamptz - i.first_at)) AS percentiles
            FROM work_item i WHERE NOT i.done AND %%s
            """
                    .formatted(SHARES);

    /** Per start of a period %1$s; %2$s leads to its work items by an index. */
    private static final String HISTOGRAM =
            """
            WITH class AS (
                SELECT start, bucket, items, sum(items) OVER (PARTITION BY start ORDER BY bucket) - items AS below, sum(items) OVER (PARTITION BY start) AS total
                FROM (SELECT %1$s AS start, h.bucket, sum(h.items) AS items FROM flow_histogram h
                      WHERE h.value_stream_id = ? AND h.measure = 'flow-time' AND h.day >= ? AND h.day < ?
                      GROUP BY 1, 2 HAVING sum(h.items) > 0) h
            ), place AS (
                SELECT start, share, share * (total - 1) AS exactly
                FROM (SELECT start, max(total) AS total FROM class GROUP BY start) t, unnest(%3$s) AS share
            ), neighbour AS (
                SELECT p.start, share, exactly - floor(exactly) AS rest, least, n.place - c.below AS ahead, c.bucket
                FROM place p CROSS JOIN LATERAL (VALUES (true, floor(exactly)), (false, ceil(exactly))) n (least, place)
                JOIN class c ON c.start = p.start AND c.below <= n.place AND n.place < c.below + c.items
            ), found AS (
                SELECT start, share, rest, least,
                       (SELECT i.flow_seconds FROM work_item i
                        WHERE i.value_stream_id = ? AND i.done AND flow_bucket(i.flow_seconds) = n.bucket AND i.last_at >= ? AND i.last_at < ? AND %2$s
                        ORDER BY i.flow_seconds OFFSET n.ahead LIMIT 1) AS value
                FROM neighbour n
            )
            SELECT start::date AS start, array_agg(value ORDER BY share) AS percentiles
            FROM (SELECT start, share, max(value) FILTER (WHERE least)
                              + rest * (max(value) FILTER (WHERE NOT least) - max(value) FILTER (WHERE least)) AS value
                  FROM found GROUP BY start, share, rest) v
            GROUP BY start
            """;

    private static final String WHOLE_OF_DAYS =
            HISTOGRAM.formatted(
                    "'epoch'::timestamp",
                    """
                    i.flow_seconds >= CASE n.bucket WHEN 0 THEN 0 ELSE power(2.0::float8, (n.bucket - 1) / 4.0::float8) * 0.999999 END
                    AND i.flow_seconds <= power(2.0::float8, n.bucket / 4.0::float8) * 1.000001\
                    """,
                    SHARES);
    private static final String PERIODS_OF_DAYS =
            HISTOGRAM.formatted(
                    "date_trunc(?, h.day::timestamp)",
                    """
                    i.last_at >= n.start AT TIME ZONE 'UTC' AND i.last_at < (n.start + CAST('1 ' || ? AS interval)) AT TIME ZONE 'UTC'\
                    """,
                    SHARES);

    /** Without the kept sums, for filters that they do not know. */
    private static final String OF_ITEMS =
            """
            SELECT %s AS start, percentile_cont(%s) WITHIN GROUP (ORDER BY i.flow_seconds) AS percentiles
            FROM work_item i WHERE i.done AND %s GROUP BY 1
            """;

    private static final String WHOLE_OF_ITEMS =
            OF_ITEMS.formatted("DATE 'epoch'", SHARES, Asked.ITEMS);
    private static final String PERIODS_OF_ITEMS =
            OF_ITEMS.formatted(
                    "date_trunc(?, i.last_at AT TIME ZONE 'UTC')::date", SHARES, Asked.ITEMS);

    private final Queries queries;

    Percentiles(Queries queries) {
        this.queries = queries;
    }

    /** In seconds, of done work items; zeros when the last of them has just gone. */
    double[] ofFlowTime(long stream, Asked asked) {
        return ofFlowTimeFrom(stream, asked, null).values().stream()
                .findFirst()
                .orElseGet(() -> new double[MOST]);
    }

    /** In seconds, of the work items done in each period, by its first day. */
    Map<LocalDate, double[]> ofFlowTimeBy(TrendView.Grain grain, long stream, Asked asked) {
        return ofFlowTimeFrom(stream, asked, grain);
    }

    private Map<LocalDate, double[]> ofFlowTimeFrom(
            long stream, Asked asked, TrendView.Grain grain) {
        var summed = asked.isOfWholeDaysAndAllTypes();
        var sql =
                grain == null
                        ? summed ? WHOLE_OF_DAYS : WHOLE_OF_ITEMS
                        : summed ? PERIODS_OF_DAYS : PERIODS_OF_ITEMS;
        return queries.read(
                sql,
                statement -> {
                    var next = 1;
                    if (grain != null) {
                        statement.setString(next++, grain.toString());
                    }
                    if (!summed) {
                        asked.bindItems(statement, next, stream);
                        return;
                    }
                    statement.setLong(next++, stream);
                    statement.setObject(next++, asked.start().toLocalDate());
                    statement.setObject(next++, asked.end().toLocalDate());
                    statement.setLong(next++, stream);
                    statement.setObject(next++, asked.start());
                    statement.setObject(next++, asked.end());
                    if (grain != null) {
                        statement.setString(next, grain.toString());
                    }
                },
                rows -> {
                    var found = new HashMap<LocalDate, double[]>();
                    while (rows.next()) {
                        found.put(rows.getObject("start", LocalDate.class), values(rows));
                    }
                    return found;
                });
    }

    /**
     * In seconds until now, of work items that are not done; zeros when the last of them has just
     * been done.
     */
    double[] ofAge(long stream, Asked asked, Instant now) {
        // Said without a filter, all open work is found by the index on it.
        var all = asked.isOfEverything();
        return queries.read(
                AGES.formatted(all ? "i.value_stream_id = ?" : Asked.ITEMS),
                statement -> {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    if (all) {
                        statement.setLong(2, stream);
                    } else {
                        asked.bindItems(statement, 2, stream);
                    }
                },
                rows -> {
                    rows.next();
                    return values(rows);
                });
    }

    private static double[] values(ResultSet row) throws SQLException {
        var percentiles = new double[MOST];
        var array = row.getArray("percentiles");
        if (array != null) {
            var found = (Number[]) array.getArray();
            for (var i = 0; i < found.length; i++) {
                percentiles[i] = found[i] == null ? 0 : found[i].doubleValue();
            }
        }
        return percentiles;
    }
}
