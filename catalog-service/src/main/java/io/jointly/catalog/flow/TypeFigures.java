package io.jointly.catalog.flow;

import static io.jointly.catalog.query.Queries.hours;
import static io.jointly.catalog.query.Queries.share;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads how each type of work flows, from the sums per day. */
@ApplicationScoped
class TypeFigures {
    private static final String TYPES =
            """
            SELECT nullif(i.type, '') AS type, %s FROM flow_day i WHERE %s
            GROUP BY i.type HAVING sum(i.items) > 0 ORDER BY sum(i.items) DESC, i.type COLLATE "C" LIMIT ?
            """
                    .formatted(Summaries.each("sum(i.%1$s) AS %1$s"), Asked.DAYS);

    private final Queries queries;

    TypeFigures(Queries queries) {
        this.queries = queries;
    }

    TypesView types(long stream, String code, Asked asked, int most) {
        return new TypesView(
                code,
                asked.level(),
                asked.period(),
                queries.list(
                        TYPES,
                        statement -> statement.setInt(asked.bindDays(statement, 1, stream), most),
                        row -> one(row, asked.level())));
    }

    private static TypesView.One one(ResultSet row, Level level) throws SQLException {
        var sums = FlowSums.of(row);
        var items = sums.of("items");
        var done = sums.of("done");
        return new TypesView.One(
                row.getString("type"),
                items,
                done,
                done == 0 ? null : hours((double) sums.of("flow_ms") / done),
                share(sums.of(level + "_handoffs"), items),
                share(sums.of(level + "_ping_ponged"), items),
                sums.of("classed_items") == 0
                        ? null
                        : share(sums.of("active_ms"), sums.of("classed_ms")),
                share(sums.of("sla_met"), sums.of("sla_measured")));
    }
}
