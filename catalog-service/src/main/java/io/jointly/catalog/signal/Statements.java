package io.jointly.catalog.signal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that look for signals, one a kind. All give the same columns, so that the whole
 * list is one statement that filters, orders and cuts. What is counted over is the last 90 days of
 * a stream's work, before its last event; what grows is held against the 90 days before them.
 */
final class Statements {
    /** Fewer handoffs than these in 90 days are chance. */
    private static final int LEAST_HANDOFFS = 20;

    private static final String BOUNCING = "0.2";
    private static final String BOUNCING_MUCH = "0.4";
    private static final String GROWING = "1.25";
    private static final String GROWING_MUCH = "2";

    /** For those that are not about a handoff. */
    private static final String NO_HANDOFF =
            """
            NULL::text AS level, NULL::text AS giver, NULL::text AS receiver, NULL::text AS giver_department, NULL::text AS receiver_department,
            NULL::date AS before, NULL::date AS since, NULL::date AS until
            """;

    private static final String OF_STREAM =
            """
            ARRAY['value-stream:' || v.code] || ARRAY(SELECT 'service:' || x.service FROM value_stream_service x WHERE x.value_stream_id = v.id ORDER BY 1) AS concerns
            """;
    private static final String TAKE_PART =
            """
            ARRAY(SELECT department FROM value_stream_owner WHERE value_stream_id = v.id
                  UNION SELECT department FROM value_stream_stage WHERE value_stream_id = v.id ORDER BY 1)
            """;

    private static final String SERVICES =
            """
            SELECT CASE WHEN cardinality(departments) > 1 THEN 1 ELSE 2 END AS gravity, consumers AS weight, code AS part,
                   'service:' || code AS subject, name, ARRAY['service:' || code] AS concerns, departments,
                   ARRAY[0, consumers]::float8[] AS figures, %s
            FROM (SELECT s.code, s.name, ARRAY(SELECT o.department FROM service_owner o WHERE o.service_id = s.id ORDER BY 1) AS departments,
                         (SELECT count(*) FROM service_consumer c WHERE c.service_id = s.id) AS consumers
                  FROM service s
                  WHERE s.lifecycle = 'live' AND NOT EXISTS (SELECT 1 FROM value_stream_service v WHERE v.service = s.code)) s
            """
                    .formatted(NO_HANDOFF);

    private static final String UNOWNED =
            """
            SELECT CASE WHEN cardinality(departments) > 1 THEN 1 ELSE 2 END AS gravity, cardinality(departments)::bigint AS weight, code AS part,
                   'value-stream:' || code AS subject, name, concerns, departments,
                   ARRAY[owners, cardinality(departments)]::float8[] AS figures, %s
            FROM (SELECT v.code, v.name, %s, %s AS departments,
                         (SELECT count(*) FROM value_stream_owner o WHERE o.value_stream_id = v.id) AS owners
                  FROM value_stream v) v
            WHERE owners < 2
            """
                    .formatted(NO_HANDOFF, OF_STREAM, TAKE_PART);

    private static final String UNMEASURED =
            """
            SELECT 2 AS gravity, 0::bigint AS weight, v.code AS part, 'value-stream:' || v.code AS subject, v.name, %s, %s AS departments,
                   ARRAY[0]::float8[] AS figures, %s
            FROM value_stream v
            WHERE NOT EXISTS (SELECT 1 FROM flow_day d WHERE d.value_stream_id = v.id AND d.items > 0)
            """
                    .formatted(OF_STREAM, TAKE_PART, NO_HANDOFF);

    /**
     * A measured stream is inside one department when its work was only ever carried by one or,
     * where the work names none, when its owners and stages are of one.
     */
    private static final String INSIDE =
            """
            SELECT CASE WHEN 2 * inside >= measured THEN 1 ELSE 2 END AS gravity, inside AS weight, 'all' AS part,
                   NULL::text AS subject, NULL::text AS name, concerns, departments, ARRAY[measured, inside]::float8[] AS figures, %s
            FROM (SELECT count(*) AS measured, count(*) FILTER (WHERE alone) AS inside,
                         array_agg('value-stream:' || code ORDER BY code) FILTER (WHERE alone) AS concerns,
                         array_agg(DISTINCT departments[1]) FILTER (WHERE alone AND departments[1] IS NOT NULL) AS departments
                  FROM (SELECT code, departments, cardinality(departments) < 2 AS alone
                        FROM (SELECT v.code, CASE WHEN cardinality(c.carriers) > 0 THEN c.carriers ELSE %s END AS departments
                              FROM value_stream v
                              CROSS JOIN LATERAL (SELECT ARRAY(SELECT DISTINCT f.carrier FROM flow_carrier f
                                                               WHERE f.value_stream_id = v.id AND f.level = 'department' AND f.span = 'month' AND f.items > 0) AS carriers) c
                              WHERE EXISTS (SELECT 1 FROM flow_day d WHERE d.value_stream_id = v.id AND d.items > 0)) m) s) t
            WHERE inside > 0
            """
                    .formatted(NO_HANDOFF, TAKE_PART);

    /**
     * Materialized where it is used: its last day would be looked up again for each row otherwise.
     */
    private static final String LATEST =
            """
            SELECT l.*, k.level, l.until - 90 AS since, l.until - 180 AS before
            FROM (SELECT v.id, v.code, v.name, (SELECT max(d.day) FROM flow_day d WHERE d.value_stream_id = v.id AND d.items > 0) + 1 AS until
                  FROM value_stream v) l
            CROSS JOIN (VALUES ('team'), ('department')) k (level) WHERE l.until IS NOT NULL
            """;

    /**
     * Which departments had the work when it was handed over, by five such handoffs; a queue has no
     * one giver. They are those that come first in the index of waits: each step takes a few rows
     * from an index, however much work there is.
     */
    private static final String DEPARTMENTS_OF_TEAMS =
            """
            SELECT mode() WITHIN GROUP (ORDER BY s.giver) AS giver, mode() WITHIN GROUP (ORDER BY s.receiver) AS receiver
            FROM (SELECT (SELECT (SELECT g.carrier FROM stay g WHERE g.work_item_id = b.work_item_id AND g.level = 'department' AND g.from_at <= b.to_at
                                  ORDER BY g.ordinal DESC LIMIT 1)
                          FROM stay b WHERE b.work_item_id = s.work_item_id AND b.level = 'team' AND b.ordinal = s.ordinal - 1) AS giver,
                         (SELECT r.carrier FROM stay r WHERE r.work_item_id = s.work_item_id AND r.level = 'department' AND r.from_at <= s.from_at
                          ORDER BY r.ordinal DESC LIMIT 1) AS receiver
                  FROM (SELECT s.work_item_id, s.ordinal, s.from_at FROM stay s
                        WHERE s.value_stream_id = p.id AND s.level = 'team' AND s.carrier = p.receiver AND %s
                        ORDER BY s.giver DESC, s.wait_seconds LIMIT 5) s) s
            """;

    private static final String BOUNCING_PAIRS =
            handoffs(
                    """
                    SELECT l.id, l.code, l.name, l.level, l.before, l.since, l.until, p.giver, p.receiver,
                           CASE WHEN sum(p.returns) >= %s * sum(p.handoffs) THEN 1 ELSE 2 END AS gravity, sum(p.returns)::bigint AS weight,
                           ARRAY[sum(p.handoffs), sum(p.returns), sum(p.wait_ms) / sum(p.handoffs) / 3600000.0]::float8[] AS figures
                    FROM l JOIN flow_pair p ON p.value_stream_id = l.id AND p.level = l.level AND p.span = 'day' AND p.start >= l.since
                    GROUP BY l.id, l.code, l.name, l.level, l.before, l.since, l.until, p.giver, p.receiver
                    HAVING sum(p.handoffs) >= %d AND sum(p.returns) >= %s * sum(p.handoffs)
                    """
                            .formatted(BOUNCING_MUCH, LEAST_HANDOFFS, BOUNCING),
                    "s.giver = p.giver");

    private static final String GROWING_QUEUES =
            handoffs(
                    """
                    SELECT id, code, name, level, before, since, until, NULL::text AS giver, carrier AS receiver,
                           CASE WHEN wait >= %s * waited THEN 1 ELSE 2 END AS gravity, ((wait - waited) * received)::bigint AS weight,
                           ARRAY[received, wait, waited]::float8[] AS figures
                    FROM (SELECT l.id, l.code, l.name, l.level, l.before, l.since, l.until, c.carrier,
                                 sum(c.received) FILTER (WHERE c.start >= l.since) AS received, sum(c.received) FILTER (WHERE c.start < l.since) AS earlier,
                                 sum(c.wait_ms) FILTER (WHERE c.start >= l.since) / nullif(sum(c.received) FILTER (WHERE c.start >= l.since), 0) / 3600000.0 AS wait,
                                 sum(c.wait_ms) FILTER (WHERE c.start < l.since) / nullif(sum(c.received) FILTER (WHERE c.start < l.since), 0) / 3600000.0 AS waited
                          FROM l JOIN flow_carrier c ON c.value_stream_id = l.id AND c.level = l.level AND c.span = 'day' AND c.start >= l.before
                          GROUP BY l.id, l.code, l.name, l.level, l.before, l.since, l.until, c.carrier) q
                    WHERE received >= %d AND earlier >= %d AND wait >= %s * waited AND wait > 1
                    """
                            .formatted(GROWING_MUCH, LEAST_HANDOFFS, LEAST_HANDOFFS, GROWING),
                    "s.giver IS NOT NULL");

    private Statements() {}

    /** All signals of these kinds; what of them is asked for, and how many, follows it. */
    static String of(List<SignalKind> kinds) {
        return kinds.stream()
                .map(
                        kind ->
                                "SELECT '%s'::text AS kind, %d AS kind_at, '%s:' || part AS id, k.* FROM (%s) k"
                                        .formatted(kind, kind.ordinal(), kind, one(kind)))
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static String one(SignalKind kind) {
        return switch (kind) {
            case SERVICE_WITHOUT_STREAM -> inOrder(SERVICES);
            case STREAM_WITHOUT_JOINT_OWNER -> inOrder(UNOWNED);
            case STREAM_WITHOUT_MEASURE -> inOrder(UNMEASURED);
            case MEASURES_INSIDE_ONE_DEPARTMENT -> inOrder(INSIDE);
            case BOUNCING_PAIR -> inOrder(BOUNCING_PAIRS);
            case GROWING_QUEUE -> inOrder(GROWING_QUEUES);
        };
    }

    private static String inOrder(String statement) {
        return "SELECT gravity, weight, part, subject, name, concerns, departments, figures, level, giver, receiver, giver_department, receiver_department, before, since, until FROM (%s) o"
                .formatted(statement);
    }

    /** What one team of a department is the whole of is told once, for the department. */
    private static String handoffs(String found, String whichStays) {
        return """
               WITH l AS MATERIALIZED (%s), p AS MATERIALIZED (%s), h AS MATERIALIZED (
                   SELECT p.*, CASE WHEN p.level = 'department' THEN p.giver WHEN p.giver IS NOT NULL THEN d.giver END AS giver_department,
                          CASE WHEN p.level = 'department' THEN p.receiver ELSE d.receiver END AS receiver_department
                   FROM p LEFT JOIN LATERAL (%s) d ON p.level = 'team')
               SELECT h.gravity, h.weight, h.code || ':' || md5(jsonb_build_array(h.level, h.giver, h.receiver)::text) AS part,
                      'value-stream:' || h.code AS subject, h.name, v.concerns,
                      CASE WHEN coalesce(h.giver_department, h.receiver_department) IS NULL THEN v.owners
                           ELSE ARRAY(SELECT DISTINCT d FROM unnest(ARRAY[h.giver_department, h.receiver_department]) d WHERE d IS NOT NULL ORDER BY d) END AS departments,
                      h.figures, h.level, h.giver, h.receiver, h.giver_department, h.receiver_department, h.before, h.since, h.until
               FROM h
               CROSS JOIN LATERAL (SELECT %s, ARRAY(SELECT department FROM value_stream_owner o WHERE o.value_stream_id = v.id ORDER BY 1) AS owners
                                   FROM (SELECT h.id, h.code) v) v
               WHERE h.level = 'department'
                  OR NOT EXISTS (SELECT 1 FROM h w WHERE w.level = 'department' AND w.id = h.id AND w.figures = h.figures
                                 AND w.giver IS NOT DISTINCT FROM h.giver_department AND w.receiver = h.receiver_department)
               """
                .formatted(LATEST, found, DEPARTMENTS_OF_TEAMS.formatted(whichStays), OF_STREAM);
    }
}
