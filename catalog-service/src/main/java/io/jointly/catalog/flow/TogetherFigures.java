package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads who works together and who hands over: both metrics are those of social network mining (van
 * der Aalst, Reijers, Song 2005), the first divided by work items.
 */
@ApplicationScoped
class TogetherFigures {
    private static final String PAIRS =
            """
            SELECT least(giver, receiver) AS one, greatest(giver, receiver) AS other, sum(together) AS together,
                   sum(handoffs) FILTER (WHERE giver < receiver) AS there, sum(handoffs) FILTER (WHERE giver > receiver) AS back, sum(returns) AS returns
            FROM (SELECT giver COLLATE "C" AS giver, receiver COLLATE "C" AS receiver, together, handoffs, returns FROM flow_pair i WHERE %s) p
            GROUP BY 1, 2 HAVING sum(together) > 0
            ORDER BY sum(handoffs) DESC, sum(together) DESC, 1, 2 LIMIT ?
            """
                    .formatted(Asked.SPANS);
    private static final String WORK_ITEMS =
            "SELECT coalesce(sum(i.items), 0) FROM flow_day i WHERE " + Asked.DAYS;
    private static final String HANDOFFS =
            "SELECT coalesce(sum(i.%s_handoffs), 0) FROM flow_day i WHERE " + Asked.DAYS;

    private final Queries queries;

    TogetherFigures(Queries queries) {
        this.queries = queries;
    }

    TogetherView together(long stream, String code, Asked asked, int most) {
        var workItems = queries.number(WORK_ITEMS, s -> asked.bindDays(s, 1, stream));
        var handoffs =
                queries.number(
                        HANDOFFS.formatted(asked.level()), s -> asked.bindDays(s, 1, stream));
        return new TogetherView(
                code,
                asked.level(),
                asked.period(),
                workItems,
                handoffs,
                queries.list(
                        PAIRS,
                        statement -> statement.setInt(asked.bindSpans(statement, 1, stream), most),
                        row -> pair(row, workItems, handoffs)));
    }

    private static TogetherView.Pair pair(ResultSet row, long workItems, long handoffs)
            throws SQLException {
        var together = row.getLong("together");
        var there = row.getLong("there");
        var back = row.getLong("back");
        return new TogetherView.Pair(
                row.getString("one"),
                row.getString("other"),
                together,
                Queries.share(together, workItems),
                there,
                back,
                Queries.share(there + back, handoffs),
                Queries.share(there + back, together),
                row.getLong("returns"));
    }
}
