package io.jointly.governance.escalation;

import io.jointly.governance.link.LinkHolder.Unverified;
import io.jointly.governance.reference.Reference;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All escalations. */
@ApplicationScoped
class Escalations implements PanacheRepository<Escalation> {
    Escalation require(String reference) {
        return findByIdOptional(idOf(reference)).orElseThrow(() -> notFound(reference));
    }

    /** For a change: whoever comes second waits, and then sees what the first one did. */
    Escalation lock(String reference) {
        return findByIdOptional(idOf(reference), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> notFound(reference));
    }

    /** Those of these that exist, locked in the order of their numbers. */
    List<Escalation> lock(List<Long> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    List<Escalation> before(Long id, EscalationFilter filter, int most) {
        var conditions = filter.conditions().and("id < :before", "before", id);
        return find(conditions.where() + " order by id desc", conditions.parameters())
                .page(0, most)
                .list();
    }

    /** Open ones by when their clock runs out, then resolved ones, the latest first. */
    List<Escalation> byClock(ByClock after, EscalationFilter filter, int most) {
        var found = new ArrayList<Escalation>();
        if (after == null || after.open()) {
            var open = filter.conditions().and("state <> :end", "end", EscalationState.RESOLVED);
            if (after != null) {
                open.and("dueAt >= :at", "at", after.at())
                        .and("(dueAt > :at or id > :id)", "id", after.id());
            }
            found.addAll(
                    find(open.where() + " order by dueAt, id", open.parameters())
                            .page(0, most)
                            .list());
        }
        if (found.size() < most) {
            var ended = filter.conditions().and("state = :end", "end", EscalationState.RESOLVED);
            if (after != null && !after.open()) {
                ended.and("resolvedAt <= :at", "at", after.at())
                        .and("(resolvedAt < :at or id < :id)", "id", after.id());
            }
            found.addAll(
                    find(ended.where() + " order by resolvedAt desc, id desc", ended.parameters())
                            .page(0, most - found.size())
                            .list());
        }
        return found;
    }

    long count(EscalationFilter filter) {
        var conditions = filter.conditions();
        return count(conditions.where(), conditions.parameters());
    }

    boolean exists(String reference) {
        return Reference.idIn(Escalation.PREFIX, reference)
                .filter(id -> count("id", id) > 0)
                .isPresent();
    }

    /** Numbers of the escalations that these decisions were opened out of. */
    List<Long> behind(Collection<String> decisions) {
        return getEntityManager()
                .createQuery(
                        "select e.id from Escalation e where array_intersects(e.decisions, :decisions)",
                        Long.class)
                .setParameter("decisions", decisions.toArray(String[]::new))
                .getResultList();
    }

    List<Long> due(Instant now, int most) {
        return getEntityManager()
                .createQuery(
                        "select e.id from Escalation e where e.nextAt <= :now order by e.nextAt",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** The escalation if no other worker is at it. */
    Optional<Escalation> lockUnlessTaken(Long id) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT * FROM escalation WHERE id = ?1 FOR UPDATE SKIP LOCKED",
                                Escalation.class)
                        .setParameter(1, id)
                        .getResultList();
        return found.stream().map(Escalation.class::cast).findFirst();
    }

    List<Unverified> unverified(int most) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT * FROM escalation WHERE cardinality(links_unverified) > 0 ORDER BY id",
                                Escalation.class)
                        .setMaxResults(most)
                        .getResultList();
        return found.stream()
                .map(Escalation.class::cast)
                .map(r -> new Unverified(r.id(), r.links().unverified()))
                .toList();
    }

    private static long idOf(String reference) {
        return Aggregate.idOf(Escalation.PREFIX, Escalation.KIND, reference);
    }

    private static StandardProblem notFound(String reference) {
        return StandardProblem.notFound(Escalation.KIND, reference);
    }
}
