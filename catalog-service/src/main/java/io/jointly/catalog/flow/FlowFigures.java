package io.jointly.catalog.flow;

import static io.jointly.catalog.query.Queries.seconds;
import static io.jointly.catalog.query.Queries.share;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads how work flows: from the sums per day that each import keeps, or, where a filter is finer
 * than they are, from the work items themselves. Both give the same figures.
 */
@ApplicationScoped
class FlowFigures {
    private static final String OF_DAYS =
            "SELECT "
                    + Summaries.each("coalesce(sum(i.%1$s), 0) AS %1$s")
                    + " FROM flow_day i WHERE "
                    + Asked.DAYS;
    private static final String OF_ITEMS =
            "SELECT "
                    + Summaries.SUMS.stream()
                            .map(
                                    s ->
                                            "coalesce(sum(%s), 0) AS %s"
                                                    .formatted(s.ofOneItem(), s.column()))
                            .collect(java.util.stream.Collectors.joining(", "))
                    + " FROM work_item i WHERE "
                    + Asked.ITEMS;
    private static final String MOST_OF_DAYS =
            """
            SELECT coalesce(max(i.bucket), 0) FROM flow_histogram i
            WHERE i.measure = ? AND i.items > 0 AND i.value_stream_id = ? AND i.day >= ? AND i.day < ?
            """;
    private static final String MOST_OF_ITEMS =
            "SELECT coalesce(max(i.%s_handoffs), 0) FROM work_item i WHERE " + Asked.ITEMS;

    /** A, B, A. */
    static final int SHORTEST = 2;

    /** An item with so many alternations in a row has at least as many returns less one. */
    private static final String LONGER =
            """
            SELECT count(DISTINCT h.work_item_id) AS items, count(*) AS occurrences
            FROM work_item i JOIN stay h ON h.work_item_id = i.id AND h.level = ? AND h.bounces >= ?
            WHERE i.%s_ping_pongs >= ? AND %s
            """;

    private final Queries queries;
    private final Percentiles percentiles;

    FlowFigures(Queries queries, Percentiles percentiles) {
        this.queries = queries;
        this.percentiles = percentiles;
    }

    long revision(long stream) {
        return queries.number(
                "SELECT revision FROM flow_revision WHERE value_stream_id = ?",
                statement -> statement.setLong(1, stream));
    }

    FlowView flow(long stream, String code, Asked asked) {
        var sums =
                asked.isOfWholeDays()
                        ? queries.read(
                                OF_DAYS, s -> asked.bindDays(s, 1, stream), FlowFigures::sums)
                        : queries.read(
                                OF_ITEMS, s -> asked.bindItems(s, 1, stream), FlowFigures::sums);
        return view(sums, stream, code, asked);
    }

    /** The sums by name. */
    static FlowSums sums(ResultSet rows) throws SQLException {
        rows.next();
        return FlowSums.of(rows);
    }

    private FlowView view(FlowSums sums, long stream, String code, Asked asked) {
        var now = Instant.now();
        var items = sums.of("items");
        var done = sums.of("done");
        var open = items - done;
        var classed = sums.of("classed_items") > 0;
        var carried = asked.level().toString();
        var handoffs = sums.of(carried + "_handoffs");
        var bouncing = sums.of(carried + "_ping_ponged");
        return new FlowView(
                code,
                asked.level(),
                asked.period(),
                asked.type(),
                items,
                done,
                open,
                sums.of("events"),
                done == 0
                        ? null
                        : times(
                                sums.of("flow_ms") / 1000.0 / done,
                                percentiles.ofFlowTime(stream, asked)),
                done == 0 ? null : Queries.hours((double) sums.of("flow_ms") / done),
                open == 0
                        ? null
                        : times(
                                (now.toEpochMilli() - (double) sums.of("open_since_ms") / open)
                                        / 1000,
                                percentiles.ofAge(stream, asked, now)),
                classed ? Duration.ofMillis(sums.of("active_ms")) : null,
                classed ? Duration.ofMillis(sums.of("waiting_ms")) : null,
                classed ? share(sums.of("active_ms"), sums.of("classed_ms")) : null,
                new FlowView.Handoffs(
                        handoffs,
                        share(handoffs, items),
                        sums.of(carried + "_handed"),
                        most(stream, asked)),
                new FlowView.PingPong(
                        SHORTEST,
                        bouncing,
                        sums.of(carried + "_ping_pongs"),
                        share(bouncing, items)),
                new FlowView.Rework(sums.of("rework_events"), sums.of("rework_items")),
                new FlowView.Sla(
                        sums.of("sla_measured"),
                        sums.of("sla_met"),
                        share(sums.of("sla_met"), sums.of("sla_measured"))),
                false,
                now);
    }

    /** Ping-pong of so many alternations in a row, of which {@code flow} has the shortest. */
    FlowView.PingPong pingPong(long stream, Asked asked, int alternations, FlowView flow) {
        return queries.read(
                LONGER.formatted(asked.level(), Asked.ITEMS),
                statement -> {
                    statement.setString(1, asked.level().toString());
                    statement.setInt(2, alternations - 1);
                    statement.setInt(3, alternations - 1);
                    asked.bindItems(statement, 4, stream);
                },
                rows -> {
                    rows.next();
                    var items = rows.getLong("items");
                    return new FlowView.PingPong(
                            alternations,
                            items,
                            rows.getLong("occurrences"),
                            share(items, flow.workItems()));
                });
    }

    private long most(long stream, Asked asked) {
        return asked.isOfWholeDaysAndAllTypes()
                ? queries.number(
                        MOST_OF_DAYS,
                        statement -> {
                            statement.setString(1, asked.level() + "-handoffs");
                            statement.setLong(2, stream);
                            statement.setObject(3, asked.start().toLocalDate());
                            statement.setObject(4, asked.end().toLocalDate());
                        })
                : queries.number(
                        MOST_OF_ITEMS.formatted(asked.level()), s -> asked.bindItems(s, 1, stream));
    }

    private static FlowView.Times times(double mean, double[] percentiles) {
        return new FlowView.Times(
                seconds(mean),
                seconds(percentiles[0]),
                seconds(percentiles[1]),
                seconds(percentiles[2]));
    }
}
