package io.jointly.catalog.signal;

import io.jointly.catalog.query.Queries;
import io.jointly.catalog.signal.Signal.Evidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks for signals. What is counted over is the last 90 days of a stream's work, before its last
 * event; what grows is held against the 90 days before them.
 */
@ApplicationScoped
class Signals {
    /** Fewer handoffs than these in 90 days are chance. */
    private static final int LEAST_HANDOFFS = 20;

    private static final double BOUNCING = 0.2;
    private static final double GROWING = 1.25;
    private static final String API = "/api/catalog/v1";

    private static final String SERVICES =
            """
            SELECT s.code, s.name, string_agg(o.department, ', ' ORDER BY o.department) AS departments
            FROM service s LEFT JOIN service_owner o ON o.service_id = s.id
            WHERE s.lifecycle = 'live' AND NOT EXISTS (SELECT 1 FROM value_stream_service v WHERE v.service = s.code)
            GROUP BY s.code, s.name ORDER BY s.code
            """;
    private static final String UNOWNED =
            """
            SELECT v.code, v.name, count(o.department) AS owners FROM value_stream v LEFT JOIN value_stream_owner o ON o.value_stream_id = v.id
            GROUP BY v.code, v.name HAVING count(o.department) < 2 ORDER BY v.code
            """;
    private static final String UNMEASURED =
            """
            SELECT v.code, v.name FROM value_stream v
            WHERE NOT EXISTS (SELECT 1 FROM flow_day d WHERE d.value_stream_id = v.id AND d.items > 0) ORDER BY v.code
            """;

    /**
     * A measured stream is inside one department when its work was only ever carried by one or,
     * where the work names none, when its owners and stages are of one.
     */
    private static final String COVERAGE =
            """
            SELECT count(*) AS measured, count(*) FILTER (WHERE departments < 2) AS inside
            FROM (SELECT v.id, CASE WHEN count(DISTINCT c.carrier) > 0 THEN count(DISTINCT c.carrier)
                        ELSE (SELECT count(*) FROM (SELECT department FROM value_stream_owner WHERE value_stream_id = v.id
                                                    UNION SELECT department FROM value_stream_stage WHERE value_stream_id = v.id) d) END AS departments
                  FROM value_stream v
                  LEFT JOIN flow_carrier c ON c.value_stream_id = v.id AND c.level = 'department' AND c.span = 'month' AND c.items > 0
                  WHERE EXISTS (SELECT 1 FROM flow_day d WHERE d.value_stream_id = v.id AND d.items > 0)
                  GROUP BY v.id) s
            """;

    private static final String LATEST =
            """
            WITH latest AS (
                SELECT v.id, v.code, (SELECT max(d.day) FROM flow_day d WHERE d.value_stream_id = v.id AND d.items > 0) + 1 AS until FROM value_stream v
            ), level AS (
                SELECT l.*, k.level, l.until - 90 AS since, l.until - 180 AS before
                FROM latest l CROSS JOIN (VALUES ('team'), ('department')) k (level) WHERE l.until IS NOT NULL
            )
            """;
    private static final String BOUNCING_PAIRS =
            LATEST
                    + """
                      SELECT l.code, l.level, l.since, l.until, p.giver, p.receiver, sum(p.handoffs) AS handoffs, sum(p.returns) AS returns
                      FROM level l JOIN flow_pair p ON p.value_stream_id = l.id AND p.level = l.level AND p.span = 'day' AND p.start >= l.since
                      GROUP BY l.code, l.level, l.since, l.until, p.giver, p.receiver
                      HAVING sum(p.handoffs) >= ? AND sum(p.returns) >= ? * sum(p.handoffs)
                      ORDER BY sum(p.returns) DESC, l.code, p.giver, p.receiver LIMIT ?
                      """;
    private static final String GROWING_QUEUES =
            LATEST
                    + """
                      SELECT * FROM (
                          SELECT l.code, l.level, l.before, l.since, l.until, c.carrier,
                                 sum(c.received) FILTER (WHERE c.start >= l.since) AS received, sum(c.received) FILTER (WHERE c.start < l.since) AS earlier,
                                 sum(c.wait_ms) FILTER (WHERE c.start >= l.since) / nullif(sum(c.received) FILTER (WHERE c.start >= l.since), 0) / 3600000.0 AS wait,
                                 sum(c.wait_ms) FILTER (WHERE c.start < l.since) / nullif(sum(c.received) FILTER (WHERE c.start < l.since), 0) / 3600000.0 AS waited
                          FROM level l JOIN flow_carrier c ON c.value_stream_id = l.id AND c.level = l.level AND c.span = 'day' AND c.start >= l.before
                          GROUP BY l.code, l.level, l.before, l.since, l.until, c.carrier) q
                      WHERE received >= ? AND earlier >= ? AND wait >= ? * waited AND wait > 1
                      ORDER BY (wait - waited) * received DESC, code, carrier LIMIT ?
                      """;

    private final Queries queries;

    Signals(Queries queries) {
        this.queries = queries;
    }

    List<Signal> of(SignalKind kind, int most) {
        return switch (kind) {
            case SERVICE_WITHOUT_STREAM -> queries.list(SERVICES, s -> {}, Signals::service);
            case STREAM_WITHOUT_JOINT_OWNER -> queries.list(UNOWNED, s -> {}, Signals::unowned);
            case STREAM_WITHOUT_MEASURE -> queries.list(UNMEASURED, s -> {}, Signals::unmeasured);
            case MEASURES_INSIDE_ONE_DEPARTMENT -> inside();
            case BOUNCING_PAIR ->
                    queries.list(
                            BOUNCING_PAIRS,
                            statement -> {
                                statement.setInt(1, LEAST_HANDOFFS);
                                statement.setDouble(2, BOUNCING);
                                statement.setInt(3, most);
                            },
                            Signals::bouncing);
            case GROWING_QUEUE ->
                    queries.list(
                            GROWING_QUEUES,
                            statement -> {
                                statement.setInt(1, LEAST_HANDOFFS);
                                statement.setInt(2, LEAST_HANDOFFS);
                                statement.setDouble(3, GROWING);
                                statement.setInt(4, most);
                            },
                            Signals::growing);
        };
    }

    private List<Signal> inside() {
        return queries.read(
                COVERAGE,
                s -> {},
                row -> {
                    row.next();
                    var measured = row.getLong("measured");
                    var inside = row.getLong("inside");
                    var found = new ArrayList<Signal>();
                    if (inside > 0) {
                        found.add(
                                signal(
                                        SignalKind.MEASURES_INSIDE_ONE_DEPARTMENT,
                                        null,
                                        "The measures of %d of %d measured streams see one department only."
                                                .formatted(inside, measured),
                                        new Evidence(
                                                "Measured streams inside one department",
                                                Queries.share(inside, measured),
                                                "ratio",
                                                API + "/value-streams")));
                    }
                    return found;
                });
    }

    private static Signal service(ResultSet row) throws SQLException {
        var code = row.getString("code");
        return signal(
                SignalKind.SERVICE_WITHOUT_STREAM,
                "service:" + code,
                "The live service '%s' of %s is part of no value stream."
                        .formatted(row.getString("name"), row.getString("departments")),
                new Evidence(
                        "Value streams it runs in", 0.0, "streams", API + "/services/" + code));
    }

    private static Signal unowned(ResultSet row) throws SQLException {
        var code = row.getString("code");
        return signal(
                SignalKind.STREAM_WITHOUT_JOINT_OWNER,
                "value-stream:" + code,
                "The stream '%s' is owned by one department, not jointly."
                        .formatted(row.getString("name")),
                new Evidence(
                        "Owner departments",
                        row.getDouble("owners"),
                        "departments",
                        API + "/value-streams/" + code));
    }

    private static Signal unmeasured(ResultSet row) throws SQLException {
        var code = row.getString("code");
        return signal(
                SignalKind.STREAM_WITHOUT_MEASURE,
                "value-stream:" + code,
                "Nothing is measured end to end in the stream '%s': no events of its work have come in."
                        .formatted(row.getString("name")),
                new Evidence(
                        "Work items measured",
                        0.0,
                        "work items",
                        API + "/value-streams/" + code + "/flow"));
    }

    private static Signal bouncing(ResultSet row) throws SQLException {
        var handoffs = row.getLong("handoffs");
        var returns = row.getLong("returns");
        return handoff(
                SignalKind.BOUNCING_PAIR,
                row,
                row.getString("giver"),
                row.getString("receiver"),
                "%d of %d handoffs from %s to %s went straight back to whom the work came from in the last 90 days of work."
                        .formatted(
                                returns,
                                handoffs,
                                row.getString("giver"),
                                row.getString("receiver")),
                new Evidence(
                        "Handoffs straight back",
                        Queries.share(returns, handoffs),
                        "ratio",
                        address(row, "/handoffs", "since") + "&sort=-returns"));
    }

    private static Signal growing(ResultSet row) throws SQLException {
        var carrier = row.getString("carrier");
        var wait = row.getDouble("wait");
        var waited = row.getDouble("waited");
        return handoff(
                SignalKind.GROWING_QUEUE,
                row,
                null,
                carrier,
                String.format(
                        Locale.ROOT,
                        "Work waits %.1f h before %s takes it up, %.1f h in the 90 days before.",
                        wait,
                        carrier,
                        waited),
                new Evidence(
                        "Mean wait in the last 90 days of work",
                        Queries.rounded(wait),
                        "hours",
                        address(row, "/flow/carriers", "since")),
                new Evidence(
                        "Mean wait in the 90 days before",
                        Queries.rounded(waited),
                        "hours",
                        address(row, "/flow/carriers", "before")));
    }

    /** Where the same period can be asked for. */
    private static String address(ResultSet row, String what, String from) throws SQLException {
        var until = from.equals("before") ? "since" : "until";
        return "%s/value-streams/%s%s?level=%s&from=%s&to=%s"
                .formatted(
                        API,
                        URLEncoder.encode(row.getString("code"), StandardCharsets.UTF_8),
                        what,
                        row.getString("level"),
                        row.getObject(from, LocalDate.class),
                        row.getObject(until, LocalDate.class));
    }

    private static Signal signal(
            SignalKind kind, String subject, String finding, Evidence... evidence) {
        return new Signal(kind, kind.risk(), subject, null, null, finding, List.of(evidence));
    }

    private static Signal handoff(
            SignalKind kind,
            ResultSet row,
            String from,
            String to,
            String finding,
            Evidence... evidence)
            throws SQLException {
        return new Signal(
                kind,
                kind.risk(),
                "value-stream:" + row.getString("code"),
                from,
                to,
                finding,
                List.of(evidence));
    }
}
