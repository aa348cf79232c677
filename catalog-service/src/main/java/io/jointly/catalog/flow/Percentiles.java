package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Median, 85th and 95th percentile, continuous (linear between neighbours). Over many work items
 * the kept histogram tells in which class of times each lies, and an index gives the exact value
 * inside the class, so that the cost does not grow with their number.
 */
@ApplicationScoped
class Percentiles {
    private static final String ITEMS =
            """
            SELECT percentile_cont(ARRAY[0.5, 0.85, 0.95]) WITHIN GROUP (ORDER BY i.flow_seconds)
            FROM work_item i WHERE i.done AND
            """
                    + Asked.ITEMS;
    private static final String AGES =
            """
            SELECT percentile_cont(ARRAY[0.5, 0.85, 0.95]) WITHIN GROUP (ORDER BY date_part('epoch', ?::timestamptz - i.first_at))
            FROM work_item i WHERE NOT i.done AND
            """
                    + Asked.ITEMS;
    private static final String HISTOGRAM =
            """
            WITH class AS (
                SELECT bucket, items, sum(items) OVER (ORDER BY bucket) - items AS below, sum(items) OVER () AS total
                FROM (SELECT bucket, sum(items) AS items FROM flow_histogram
                      WHERE value_stream_id = ? AND measure = 'flow-time' AND day >= ? AND day < ? GROUP BY bucket HAVING sum(items) > 0) h
            ), place AS (
                SELECT share, share * (total - 1) AS exactly
                FROM (SELECT max(total) AS total FROM class) t, unnest(ARRAY[0.5, 0.85, 0.95]) AS share
            ), neighbour AS (
                SELECT share, exactly - floor(exactly) AS rest, least, n.place - c.below AS ahead, c.bucket
                FROM place CROSS JOIN LATERAL (VALUES (true, floor(exactly)), (false, ceil(exactly))) n (least, place)
                JOIN class c ON c.below <= n.place AND n.place < c.below + c.items
            ), found AS (
                SELECT share, rest, least,
                       (SELECT i.flow_seconds FROM work_item i
                        WHERE i.value_stream_id = ? AND i.done AND flow_bucket(i.flow_seconds) = n.bucket
                          AND i.flow_seconds >= CASE n.bucket WHEN 0 THEN 0 ELSE power(2.0::float8, (n.bucket - 1) / 4.0::float8) * 0.999999 END
                          AND i.flow_seconds <= power(2.0::float8, n.bucket / 4.0::float8) * 1.000001
                          AND i.last_at >= ? AND i.last_at < ?
                        ORDER BY i.flow_seconds OFFSET n.ahead LIMIT 1) AS value
                FROM neighbour n
            )
            SELECT array_agg(value ORDER BY share)
            FROM (SELECT share, max(value) FILTER (WHERE least)
                              + rest * (max(value) FILTER (WHERE NOT least) - max(value) FILTER (WHERE least)) AS value
                  FROM found GROUP BY share, rest) v
            """;

    private final Queries queries;

    Percentiles(Queries queries) {
        this.queries = queries;
    }

    /** In seconds, of done work items; there has to be one. */
    double[] ofFlowTime(long stream, Asked asked) {
        if (!asked.isOfWholeDaysAndAllTypes()) {
            return queries.read(ITEMS, s -> asked.bindItems(s, 1, stream), Percentiles::values);
        }
        return queries.read(
                HISTOGRAM,
                statement -> {
                    statement.setLong(1, stream);
                    statement.setObject(2, asked.start().toLocalDate());
                    statement.setObject(3, asked.end().toLocalDate());
                    statement.setLong(4, stream);
                    statement.setObject(5, asked.start());
                    statement.setObject(6, asked.end());
                },
                Percentiles::values);
    }

    /** In seconds until now, of work items that are not done; there has to be one. */
    double[] ofAge(long stream, Asked asked, Instant now) {
        return queries.read(
                AGES,
                statement -> {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    asked.bindItems(statement, 2, stream);
                },
                Percentiles::values);
    }

    private static double[] values(ResultSet rows) throws SQLException {
        rows.next();
        var values = rows.getArray(1);
        var percentiles = new double[3];
        if (values != null) {
            var found = (Number[]) values.getArray();
            for (var i = 0; i < percentiles.length; i++) {
                percentiles[i] = found[i] == null ? 0 : found[i].doubleValue();
            }
        }
        return percentiles;
    }
}
