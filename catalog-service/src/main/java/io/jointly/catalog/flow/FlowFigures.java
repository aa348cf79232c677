package io.jointly.catalog.flow;

import io.agroal.api.AgroalDataSource;
import io.jointly.kit.journal.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the figures: PostgreSQL counts, over work items and handoffs that each import keeps up to
 * date.
 */
@ApplicationScoped
class FlowFigures {
    private static final String ITEMS =
            """
            FROM work_item w
            WHERE w.value_stream_id = ? AND (?::timestamptz IS NULL OR w.last_at >= ?) AND (?::timestamptz IS NULL OR w.last_at < ?)
              AND (?::text IS NULL OR w.type = ?)
            """;
    private static final String FLOW =
            """
            SELECT count(*), count(*) FILTER (WHERE done), coalesce(sum(events), 0),
                   avg(extract(epoch FROM last_at - first_at)) FILTER (WHERE done),
                   percentile_cont(ARRAY[0.5, 0.85, 0.95]) WITHIN GROUP (ORDER BY extract(epoch FROM last_at - first_at)::double precision) FILTER (WHERE done),
                   avg(extract(epoch FROM now() - first_at)) FILTER (WHERE NOT done),
                   percentile_cont(ARRAY[0.5, 0.85, 0.95]) WITHIN GROUP (ORDER BY extract(epoch FROM now() - first_at)::double precision) FILTER (WHERE NOT done),
                   sum(active_seconds) FILTER (WHERE done), sum(waiting_seconds) FILTER (WHERE done),
                   sum(extract(epoch FROM last_at - first_at)) FILTER (WHERE done AND active_seconds IS NOT NULL),
                   coalesce(sum(%1$s_handoffs), 0), count(*) FILTER (WHERE %1$s_handoffs > 0), coalesce(max(%1$s_handoffs), 0),
                   count(*) FILTER (WHERE %1$s_ping_pongs > 0), coalesce(sum(%1$s_ping_pongs), 0),
                   coalesce(sum(rework), 0), count(*) FILTER (WHERE rework > 0),
                   count(sla_met), count(*) FILTER (WHERE sla_met)
            """
                    + ITEMS;
    private static final String PAIRS =
            """
            WITH pair AS (
                SELECT h.giver, h.receiver, count(*) AS handoffs, avg(h.wait_seconds) AS mean,
                       percentile_cont(0.85) WITHIN GROUP (ORDER BY h.wait_seconds) AS p85
                FROM handoff h %s
                WHERE h.value_stream_id = ? AND h.level = ?
                GROUP BY h.giver, h.receiver
            )
            SELECT giver, receiver, handoffs, mean, p85, sum(handoffs) OVER (), count(*) OVER ()
            FROM pair ORDER BY handoffs DESC, giver COLLATE "C", receiver COLLATE "C" LIMIT ?
            """;
    private static final String WITHIN =
            "JOIN (SELECT w.id " + ITEMS + ") i ON i.id = h.work_item_id";

    private final AgroalDataSource database;

    FlowFigures(AgroalDataSource database) {
        this.database = database;
    }

    long revision(long stream) {
        return query(
                "SELECT revision FROM flow_revision WHERE value_stream_id = ?",
                statement -> statement.setLong(1, stream),
                rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    FlowView flow(long stream, String code, Question.Asked asked) {
        return query(
                FLOW.formatted(asked.level()),
                statement -> filter(statement, 1, stream, asked),
                rows -> {
                    rows.next();
                    return flow(rows, code, asked);
                });
    }

    HandoffsView handoffs(long stream, String code, Question.Asked asked, int most) {
        var all = asked.from() == null && asked.to() == null && asked.type() == null;
        return query(
                PAIRS.formatted(all ? "" : WITHIN),
                statement -> {
                    var next = all ? 1 : filter(statement, 1, stream, asked);
                    statement.setLong(next++, stream);
                    statement.setString(next++, asked.level().toString());
                    statement.setInt(next, most);
                },
                rows -> {
                    var pairs = new ArrayList<HandoffsView.Pair>();
                    var total = 0L;
                    var distinct = 0L;
                    while (rows.next()) {
                        pairs.add(pair(rows));
                        total = rows.getLong(6);
                        distinct = rows.getLong(7);
                    }
                    return new HandoffsView(
                            code,
                            asked.level(),
                            period(asked),
                            asked.type(),
                            total,
                            distinct,
                            pairs);
                });
    }

    private static FlowView flow(ResultSet rows, String code, Question.Asked asked)
            throws SQLException {
        var items = rows.getLong(1);
        var done = rows.getLong(2);
        var flowTime = times(rows, 4);
        var active = number(rows, 8);
        var elapsed = number(rows, 10);
        var handoffs = rows.getLong(11);
        var pingPongItems = rows.getLong(14);
        var measured = rows.getLong(18);
        var met = rows.getLong(19);
        return new FlowView(
                code,
                asked.level(),
                period(asked),
                asked.type(),
                items,
                done,
                items - done,
                rows.getLong(3),
                flowTime,
                flowTime == null ? null : rounded(rows.getDouble(4) / 3600),
                times(rows, 6),
                active == null ? null : seconds(active),
                active == null ? null : seconds(rows.getDouble(9)),
                active == null || elapsed == null || elapsed == 0
                        ? null
                        : rounded(active / elapsed),
                new FlowView.Handoffs(
                        handoffs, share(handoffs, items), rows.getLong(12), rows.getLong(13)),
                new FlowView.PingPong(pingPongItems, rows.getLong(15), share(pingPongItems, items)),
                new FlowView.Rework(rows.getLong(16), rows.getLong(17)),
                new FlowView.Sla(measured, met, share(met, measured)),
                Instant.now());
    }

    private static HandoffsView.Pair pair(ResultSet rows) throws SQLException {
        var mean = rows.getDouble(4);
        var p85 = rows.getDouble(5);
        return new HandoffsView.Pair(
                rows.getString(1),
                rows.getString(2),
                rows.getLong(3),
                seconds(mean),
                rounded(mean / 3600),
                seconds(p85),
                rounded(p85 / 3600));
    }

    private static FlowView.Times times(ResultSet rows, int column) throws SQLException {
        var percentiles = rows.getArray(column + 1);
        if (percentiles == null) {
            return null;
        }
        var values = (Double[]) percentiles.getArray();
        return new FlowView.Times(
                seconds(rows.getDouble(column)),
                seconds(values[0]),
                seconds(values[1]),
                seconds(values[2]));
    }

    private static FlowView.Period period(Question.Asked asked) {
        return new FlowView.Period(asked.from(), asked.to());
    }

    private static Double number(ResultSet rows, int column) throws SQLException {
        var value = rows.getDouble(column);
        return rows.wasNull() ? null : value;
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : rounded((double) part / whole);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Four decimals are more than any of these figures can mean. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    static int filter(PreparedStatement statement, int first, long stream, Question.Asked asked)
            throws SQLException {
        var next = first;
        statement.setLong(next++, stream);
        for (var bound : new Instant[] {asked.from(), asked.to()}) {
            var time = bound == null ? null : OffsetDateTime.ofInstant(bound, ZoneOffset.UTC);
            statement.setObject(next++, time, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(next++, time, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        }
        statement.setString(next++, asked.type());
        statement.setString(next++, asked.type());
        return next;
    }

    interface Binding {
        void on(PreparedStatement statement) throws SQLException;
    }

    interface Reading<T> {
        T from(ResultSet rows) throws SQLException;
    }

    <T> T query(String sql, Binding binding, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.on(statement);
            try (var rows = statement.executeQuery()) {
                return reading.from(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    static <T> List<T> all(ResultSet rows, Reading<T> reading) throws SQLException {
        var found = new ArrayList<T>();
        while (rows.next()) {
            found.add(reading.from(rows));
        }
        return found;
    }
}
