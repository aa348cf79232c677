package io.jointly.catalog.flow;

import static io.jointly.catalog.query.Queries.hours;
import static io.jointly.catalog.query.Queries.share;

import io.jointly.catalog.query.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/** Reads how the figures change from period to period, from the sums per day. */
@ApplicationScoped
class TrendFigures {
    /** As many as a chart shows. */
    static final int MOST_POINTS = 400;

    /**
     * Load needs what came before the first period shown, so all days up to it are summed; a period
     * in which nothing happened is a point too.
     */
    private static final String POINTS =
            """
            WITH summed AS (
                SELECT date_trunc(?, i.day::timestamp) AS start, sum(i.arrived) AS arrived, %1$s
                FROM flow_day i WHERE i.value_stream_id = ? AND i.day < ? AND (?::text IS NULL OR i.type = ?)
                GROUP BY 1 HAVING sum(i.arrived) <> 0 OR sum(i.items) <> 0
            ), loaded AS (
                SELECT p.start, coalesce(s.arrived, 0) AS arrived, %2$s, sum(coalesce(s.arrived - s.done, 0)) OVER (ORDER BY p.start) AS load
                FROM (SELECT generate_series(min(start), max(start), CAST('1 ' || ? AS interval)) AS start FROM summed) p
                LEFT JOIN summed s ON s.start = p.start
            )
            SELECT l.*, l.start::date AS first, (l.start + CAST('1 ' || ? AS interval))::date AS until
            FROM loaded l
            WHERE l.start >= date_trunc(?, ?::timestamp) ORDER BY l.start DESC LIMIT ?
            """
                    .formatted(
                            Summaries.each("sum(i.%1$s) AS %1$s"),
                            Summaries.each("coalesce(s.%1$s, 0) AS %1$s"));

    private static final String BASELINE =
            "SELECT sum(i.arrived) AS arrived, %s FROM flow_day i WHERE %s"
                    .formatted(Summaries.each("coalesce(sum(i.%1$s), 0) AS %1$s"), Asked.DAYS);
    private static final String LOAD =
            "SELECT coalesce(sum(i.arrived - i.done), 0) FROM flow_day i WHERE " + Asked.DAYS;

    private final Queries queries;
    private final Percentiles percentiles;

    TrendFigures(Queries queries, Percentiles percentiles) {
        this.queries = queries;
        this.percentiles = percentiles;
    }

    /** What the sums tell of a period. */
    private record Period(LocalDate from, LocalDate to, long arrived, long load, FlowSums sums) {}

    /** The latest periods, in order of time. */
    List<TrendView.Point> points(long stream, Asked asked, TrendView.Grain grain) {
        var periods =
                queries.list(
                        POINTS,
                        statement -> {
                            statement.setString(1, grain.toString());
                            statement.setLong(2, stream);
                            statement.setObject(3, asked.end().toLocalDate());
                            statement.setString(4, asked.type());
                            statement.setString(5, asked.type());
                            statement.setString(6, grain.toString());
                            statement.setString(7, grain.toString());
                            statement.setString(8, grain.toString());
                            statement.setObject(9, asked.start().toLocalDate());
                            statement.setInt(10, MOST_POINTS);
                        },
                        rows ->
                                new Period(
                                        rows.getObject("first", LocalDate.class),
                                        rows.getObject("until", LocalDate.class),
                                        rows.getLong("arrived"),
                                        rows.getLong("load"),
                                        FlowSums.of(rows)));
        if (periods.isEmpty()) {
            return List.of();
        }
        Collections.reverse(periods);
        var percentiles =
                this.percentiles.ofFlowTimeBy(
                        grain, stream, asked.notBefore(periods.get(0).from()));
        return periods.stream()
                .map(period -> point(period, asked.level(), percentiles.get(period.from())))
                .toList();
    }

    TrendView.Point baseline(long stream, Asked asked) {
        var load = queries.number(LOAD, s -> asked.within(null, asked.to()).bindDays(s, 1, stream));
        var period =
                queries.read(
                        BASELINE,
                        s -> asked.bindDays(s, 1, stream),
                        rows -> {
                            rows.next();
                            return new Period(
                                    day(asked.from()),
                                    day(asked.to()),
                                    rows.getLong("arrived"),
                                    load,
                                    FlowSums.of(rows));
                        });
        return point(
                period,
                asked.level(),
                period.sums().of("done") == 0 ? null : percentiles.ofFlowTime(stream, asked));
    }

    private static TrendView.Point point(Period period, Level level, double[] percentiles) {
        var sums = period.sums();
        var items = sums.of("items");
        var done = sums.of("done");
        return new TrendView.Point(
                period.from(),
                period.to(),
                period.arrived(),
                done,
                period.load(),
                done == 0 ? null : hours((double) sums.of("flow_ms") / done),
                percentiles == null ? null : hours(percentiles[1] * 1000),
                share(sums.of(level + "_handoffs"), items),
                share(sums.of(level + "_ping_ponged"), items),
                share(sums.of("rework_items"), items),
                sums.of("classed_items") == 0
                        ? null
                        : share(sums.of("active_ms"), sums.of("classed_ms")),
                share(sums.of("sla_met"), sums.of("sla_measured")));
    }

    private static LocalDate day(Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
