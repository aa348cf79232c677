package io.jointly.catalog.waiting;

import io.jointly.kit.identity.Caller;
import io.jointly.kit.link.Link;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Gathers what waits for the caller as a head, the longest waiting first. */
@ApplicationScoped
@Transactional
class WaitingService {
    // A stream waits for a department since it read as it does, or since the confirmation ran out.
    private static final String WAITING =
            """
            WITH taking_part AS (
                SELECT value_stream_id, department FROM value_stream_owner WHERE department = ANY (:departments)
                UNION
                SELECT value_stream_id, department FROM value_stream_stage WHERE department = ANY (:departments)
            ), latest AS (
                SELECT DISTINCT ON (c.value_stream_id, c.department) c.value_stream_id, c.department, c.wording, c.confirmed_at
                FROM stream_confirmation c JOIN taking_part USING (value_stream_id, department)
                ORDER BY c.value_stream_id, c.department, c.id DESC
            ), to_confirm AS (
                SELECT v.code, v.name, p.department, v.worded_at,
                       CASE WHEN l.wording = v.wording THEN l.confirmed_at + v.confirmation_days * interval '24 hours' END AS due
                FROM taking_part p JOIN value_stream v ON v.id = p.value_stream_id
                LEFT JOIN latest l ON l.value_stream_id = p.value_stream_id AND l.department = p.department
            ), waiting AS (
                SELECT 'confirm-stream' AS kind, 'value-stream:' || code AS subject, name AS title, department,
                       coalesce(due, worded_at) AS since, due
                FROM to_confirm WHERE due IS NULL OR due <= now()
                UNION ALL
                SELECT CASE p.state WHEN 'open' THEN 'acknowledge-pain-point' ELSE 'answer-pain-point' END,
                       'pain-point:PAIN-' || p.id, p.title, min(o.department), p.created_at,
                       CASE p.state WHEN 'open' THEN p.respond_by ELSE p.answer_by END
                FROM pain_point p
                JOIN value_stream v ON v.code = p.stream
                JOIN value_stream_owner o ON o.value_stream_id = v.id AND o.department = ANY (:departments)
                WHERE p.state IN ('open', 'acknowledged')
                GROUP BY p.id
            ), keyed AS (
                SELECT *, to_char(since AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || ' ' || subject || ' ' || department AS key
                FROM waiting
            )
            """;

    private final EntityManager database;
    private final Caller caller;

    WaitingService(EntityManager database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    Page<WaitingView> forCaller(Paging paging) {
        return paging.page(
                this::after,
                row -> row.get("key", String.class),
                WaitingService::view,
                this::count);
    }

    @SuppressWarnings("unchecked") // the API of JPA has no types here
    private List<Tuple> after(String key, int most) {
        return scoped(
                        database.createNativeQuery(
                                WAITING
                                        + "SELECT * FROM keyed WHERE key COLLATE \"C\" > :key ORDER BY key COLLATE \"C\"",
                                Tuple.class))
                .setParameter("key", key == null ? "" : key)
                .setMaxResults(most)
                .getResultList();
    }

    private long count() {
        return ((Number)
                        scoped(database.createNativeQuery(WAITING + "SELECT count(*) FROM waiting"))
                                .getSingleResult())
                .longValue();
    }

    private Query scoped(Query query) {
        return query.setParameter("departments", caller.headOf().toArray(String[]::new));
    }

    private static WaitingView view(Tuple row) {
        return new WaitingView(
                row.get("kind", String.class),
                Link.parse(row.get("subject", String.class)),
                row.get("title", String.class),
                row.get("department", String.class),
                row.get("since", Instant.class),
                row.get("due", Instant.class));
    }
}
