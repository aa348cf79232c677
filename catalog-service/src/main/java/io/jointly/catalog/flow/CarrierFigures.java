package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Reads how each carrier takes part, and what it has in its hands now. */
@ApplicationScoped
class CarrierFigures {
    private static final String OF_SPANS =
            """
            SELECT carrier, sum(items) AS items, sum(stays) AS stays, sum(events) AS events, sum(received) AS received, sum(given) AS given,
                   sum(returned) AS returned, sum(wait_ms) AS wait_ms, sum(held_ms) AS held_ms, sum(active_ms) AS active_ms, sum(waiting_ms) AS waiting_ms
            FROM flow_carrier i WHERE %s GROUP BY carrier HAVING sum(items) > 0
            """
                    .formatted(Asked.SPANS);
    private static final String OF_STAYS =
            """
            SELECT carrier, count(DISTINCT work_item_id) AS items, count(*) AS stays, sum(events) AS events, count(giver) AS received,
                   sum(given) AS given, count(*) FILTER (WHERE bounces > 0) AS returned, coalesce(sum(%1$s), 0) AS wait_ms, sum(%2$s) AS held_ms,
                   coalesce(sum(%3$s), 0) AS active_ms, coalesce(sum(%4$s), 0) AS waiting_ms
            FROM (SELECT h.*, (lead(h.ordinal) OVER (PARTITION BY h.work_item_id ORDER BY h.ordinal) IS NOT NULL)::integer AS given
                  FROM work_item i JOIN stay h ON h.work_item_id = i.id AND h.level = ? WHERE %5$s) h
            GROUP BY carrier
            """
                    .formatted(
                            Summaries.ms("wait_seconds"),
                            Summaries.ms("held_seconds"),
                            Summaries.ms("active_seconds"),
                            Summaries.ms("waiting_seconds"),
                            Asked.ITEMS);
    private static final String CARRIERS =
            """
            SELECT c.*, coalesce(o.open, 0) AS open, o.oldest
            FROM (%1$s) c
            LEFT JOIN (SELECT i.%2$s AS carrier, count(*) AS open, min(i.first_at) AS oldest FROM work_item i
                       WHERE NOT i.done AND i.%2$s IS NOT NULL AND %3$s GROUP BY i.%2$s) o USING (carrier)
            ORDER BY c.wait_ms DESC, c.carrier COLLATE "C" LIMIT ?
            """;

    private final Queries queries;

    CarrierFigures(Queries queries) {
        this.queries = queries;
    }

    CarriersView carriers(long stream, String code, Asked asked, int most) {
        var summed = asked.isOfWholeDaysAndAllTypes();
        var open = asked.within(null, null);
        // Said without a filter, all open work is found by the index on it.
        var all = open.isOfEverything();
        return new CarriersView(
                code,
                asked.level(),
                asked.period(),
                asked.type(),
                queries.list(
                        CARRIERS.formatted(
                                summed ? OF_SPANS : OF_STAYS,
                                asked.level(),
                                all ? "i.value_stream_id = ?" : Asked.ITEMS),
                        statement -> {
                            var next = bind(statement, summed, asked, stream);
                            if (all) {
                                statement.setLong(next++, stream);
                            } else {
                                next = open.bindItems(statement, next, stream);
                            }
                            statement.setInt(next, most);
                        },
                        CarrierFigures::one));
    }

    private static int bind(PreparedStatement statement, boolean summed, Asked asked, long stream)
            throws SQLException {
        if (summed) {
            return asked.bindSpans(statement, 1, stream);
        }
        statement.setString(1, asked.level().toString());
        return asked.bindItems(statement, 2, stream);
    }

    private static CarriersView.One one(ResultSet row) throws SQLException {
        var stays = row.getLong("stays");
        var received = row.getLong("received");
        var wait = row.getDouble("wait_ms");
        var active = row.getLong("active_ms");
        var waiting = row.getLong("waiting_ms");
        return new CarriersView.One(
                row.getString("carrier"),
                row.getLong("items"),
                stays,
                row.getLong("events"),
                received,
                row.getLong("given"),
                row.getLong("returned"),
                received == 0 ? null : Queries.hours(wait / received),
                Queries.hours(wait),
                Queries.hours(row.getDouble("held_ms") / stays),
                Duration.ofMillis(active),
                Duration.ofMillis(waiting),
                Queries.share(active, (double) active + waiting),
                row.getLong("open"),
                Queries.instant(row, "oldest"));
    }
}
