package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;

/** Reads who hands work to whom, from sums per pair or, for finer filters, from the stays. */
@ApplicationScoped
class HandoffFigures {
    /** What the matrix can be sorted by, always the largest first. */
    enum Sort {
        COUNT("-count", "handoffs"),
        TOTAL_WAIT("-totalWait", "wait_ms"),
        RETURNS("-returns", "returns");

        private final String name;
        private final String column;

        Sort(String name, String column) {
            this.name = name;
            this.column = column;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String OF_SPANS =
            """
            SELECT giver, receiver, sum(handoffs) AS handoffs, sum(wait_ms) AS wait_ms, sum(returns) AS returns
            FROM flow_pair i WHERE %s GROUP BY giver, receiver HAVING sum(handoffs) > 0
            """
                    .formatted(Asked.SPANS);
    private static final String OF_STAYS =
            """
            SELECT h.giver, h.carrier AS receiver, count(*) AS handoffs, sum(%s) AS wait_ms, count(*) FILTER (WHERE h.bounces > 0) AS returns,
                   percentile_cont(0.85) WITHIN GROUP (ORDER BY h.wait_seconds) AS p85
            FROM work_item i JOIN stay h ON h.work_item_id = i.id AND h.level = ? AND h.giver IS NOT NULL
            WHERE %s GROUP BY h.giver, h.carrier
            """
                    .formatted(Summaries.ms("h.wait_seconds"), Asked.ITEMS);

    /** Of the pairs that are shown only; an index has the waits of a pair by their days. */
    private static final String P85_IN_PERIOD =
            """
            (SELECT percentile_cont(0.85) WITHIN GROUP (ORDER BY s.wait_seconds) FROM stay s
             WHERE s.value_stream_id = ? AND s.level = ? AND s.giver = p.giver AND s.carrier = p.receiver AND s.ended_at >= ? AND s.ended_at < ?) AS p85
            """;

    /**
     * The same of all there is: another index has the waits in their order, of which those above
     * the percentile are passed over.
     */
    private static final String P85_OF_ALL =
            """
            (SELECT min(wait_seconds) + (0.85 * (p.handoffs - 1) - floor(0.85 * (p.handoffs - 1)))::float8 * (max(wait_seconds) - min(wait_seconds))
             FROM (SELECT s.wait_seconds FROM stay s
                   WHERE s.value_stream_id = ? AND s.level = ? AND s.giver = p.giver AND s.carrier = p.receiver
                   ORDER BY s.wait_seconds DESC
                   OFFSET p.handoffs - 1 - ceil(0.85 * (p.handoffs - 1)) LIMIT 1 + ceil(0.85 * (p.handoffs - 1)) - floor(0.85 * (p.handoffs - 1))) s) AS p85
            """;

    private static final String PAIRS =
            """
            SELECT p.* %s
            FROM (SELECT pair.*, sum(handoffs) OVER () AS total, count(*) OVER () AS pairs FROM (%s) pair
                  ORDER BY %s DESC, giver COLLATE "C", receiver COLLATE "C" LIMIT ?) p
            ORDER BY p.%s DESC, p.giver COLLATE "C", p.receiver COLLATE "C"
            """;

    private final Queries queries;

    HandoffFigures(Queries queries) {
        this.queries = queries;
    }

    HandoffsView handoffs(long stream, String code, Asked asked, Sort sort, int most) {
        var summed = asked.isOfWholeDaysAndAllTypes();
        var all = asked.from() == null && asked.to() == null;
        return queries.read(
                PAIRS.formatted(
                        summed ? ", " + (all ? P85_OF_ALL : P85_IN_PERIOD) : "",
                        summed ? OF_SPANS : OF_STAYS,
                        sort.column,
                        sort.column),
                statement -> {
                    int next;
                    if (summed) {
                        statement.setLong(1, stream);
                        statement.setString(2, asked.level().toString());
                        next = 3;
                        if (!all) {
                            statement.setObject(next++, asked.start());
                            statement.setObject(next++, asked.end());
                        }
                        next = asked.bindSpans(statement, next, stream);
                    } else {
                        statement.setString(1, asked.level().toString());
                        next = asked.bindItems(statement, 2, stream);
                    }
                    statement.setInt(next, most);
                },
                rows -> view(rows, code, asked));
    }

    private static HandoffsView view(ResultSet rows, String code, Asked asked) throws SQLException {
        var pairs = new ArrayList<HandoffsView.Pair>();
        var total = 0L;
        var distinct = 0L;
        while (rows.next()) {
            total = rows.getLong("total");
            distinct = rows.getLong("pairs");
            pairs.add(pair(rows, total));
        }
        return new HandoffsView(
                code, asked.level(), asked.period(), asked.type(), total, distinct, pairs);
    }

    private static HandoffsView.Pair pair(ResultSet rows, long total) throws SQLException {
        var count = rows.getLong("handoffs");
        var wait = rows.getDouble("wait_ms");
        var returns = rows.getLong("returns");
        var p85 = rows.getDouble("p85");
        return new HandoffsView.Pair(
                rows.getString("giver"),
                rows.getString("receiver"),
                count,
                Queries.share(count, total),
                Queries.seconds(wait / count / 1000),
                Queries.hours(wait / count),
                Queries.seconds(p85),
                Queries.hours(p85 * 1000),
                Queries.hours(wait),
                returns,
                Queries.share(returns, count));
    }
}
