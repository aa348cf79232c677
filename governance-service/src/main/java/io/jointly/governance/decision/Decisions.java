package io.jointly.governance.decision;

import io.jointly.governance.link.LinkHolder.Unverified;
import io.jointly.governance.reference.Conditions;
import io.jointly.governance.reference.Reference;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All decisions. */
@ApplicationScoped
class Decisions implements PanacheRepository<Decision> {
    Decision require(String reference) {
        return findByIdOptional(idOf(reference)).orElseThrow(() -> notFound(reference));
    }

    /** For a change: whoever comes second waits, and then sees what the first one did. */
    Decision lock(String reference) {
        return findByIdOptional(idOf(reference), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> notFound(reference));
    }

    /** Those of these that exist, locked in the order of their numbers. */
    List<Decision> lock(List<Long> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    List<Decision> before(Long id, List<DecisionState> states, String department, int most) {
        var conditions = conditions(states, department).and("id < :before", "before", id);
        return find(conditions.where() + " order by id desc", conditions.parameters())
                .page(0, most)
                .list();
    }

    long count(List<DecisionState> states, String department) {
        var conditions = conditions(states, department);
        return count(conditions.where(), conditions.parameters());
    }

    boolean isOneOpenOutOf(String escalation) {
        return count("escalation = ?1 and state = ?2", escalation, DecisionState.OPEN) > 0;
    }

    List<Long> due(Instant now, int most) {
        return getEntityManager()
                .createQuery(
                        "select d.id from Decision d where d.nextAt <= :now order by d.nextAt",
                        Long.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** The decision if no other worker is at it. */
    Optional<Decision> lockUnlessTaken(Long id) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT * FROM decision WHERE id = ?1 FOR UPDATE SKIP LOCKED",
                                Decision.class)
                        .setParameter(1, id)
                        .getResultList();
        return found.stream().map(Decision.class::cast).findFirst();
    }

    List<Unverified> unverified(int most) {
        List<?> found =
                getEntityManager()
                        .createNativeQuery(
                                "SELECT * FROM decision WHERE cardinality(links_unverified) > 0 ORDER BY id",
                                Decision.class)
                        .setMaxResults(most)
                        .getResultList();
        return found.stream()
                .map(Decision.class::cast)
                .map(r -> new Unverified(r.id(), r.links().unverified()))
                .toList();
    }

    boolean exists(String reference) {
        return Reference.idIn(Decision.PREFIX, reference)
                .filter(id -> count("id", id) > 0)
                .isPresent();
    }

    private static Conditions conditions(List<DecisionState> states, String department) {
        return new Conditions()
                .and("state in (:states)", "states", states.isEmpty() ? null : states)
                .and("array_contains(departments, :department)", "department", department);
    }

    private static long idOf(String reference) {
        return Aggregate.idOf(Decision.PREFIX, Decision.KIND, reference);
    }

    private static StandardProblem notFound(String reference) {
        return StandardProblem.notFound(Decision.KIND, reference);
    }
}
