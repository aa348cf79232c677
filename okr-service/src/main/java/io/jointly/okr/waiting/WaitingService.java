package io.jointly.okr.waiting;

import io.jointly.kit.identity.Caller;
import io.jointly.kit.link.Link;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.okr.OkrConfig;
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
    // Unbound key results of agreed objectives go stale when nobody checks in; they wait from that
    // moment on.
    private static final String WAITING =
            """
            WITH waiting AS (
                SELECT 'accept-objective' AS kind, 'objective:OBJ-' || o.id AS subject, o.title, w.department,
                       o.asked_at AS since, CAST(NULL AS timestamptz) AS due
                FROM objective_owner w JOIN objective o ON o.id = w.objective_id
                WHERE w.department = ANY (:departments) AND w.accepted_at IS NULL AND o.state = 'DRAFT'
                UNION ALL
                SELECT 'check-in', 'key-result:KR-' || k.id, k.title, w.department,
                       coalesce(k.latest_at, k.created_at),
                       coalesce(k.latest_at, k.created_at) + CAST(:stale AS interval)
                FROM objective_owner w JOIN objective o ON o.id = w.objective_id JOIN key_result k ON k.objective_id = o.id
                WHERE w.department = ANY (:departments) AND o.state = 'AGREED' AND k.measure IS NULL
                  AND coalesce(k.latest_at, k.created_at) < now() - CAST(:stale AS interval)
            ), keyed AS (
                SELECT *, to_char(since AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') || ' ' || subject || ' ' || department AS key
                FROM waiting
            )
            """;

    private final EntityManager database;
    private final Caller caller;
    private final OkrConfig config;

    WaitingService(EntityManager database, Caller caller, OkrConfig config) {
        this.database = database;
        this.caller = caller;
        this.config = config;
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
                                WAITING + "SELECT * FROM keyed WHERE key > :key ORDER BY key",
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
        return query.setParameter("departments", caller.headOf().toArray(String[]::new))
                .setParameter("stale", config.staleAfter().toString());
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
