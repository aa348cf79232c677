package io.jointly.okr.keyresult;

import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.jointly.okr.neighbour.Measure;
import io.jointly.okr.reference.Actor;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All key results with their history. Whoever changes one holds the lock on its objective, the root
 * of what changes together.
 */
@ApplicationScoped
public class KeyResults implements PanacheRepository<KeyResult> {
    private final CheckIns checkIns;

    KeyResults(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    public boolean knows(String reference) {
        return count("id", idOf(reference)) == 1;
    }

    public KeyResult require(String reference) {
        return findByIdOptional(idOf(reference))
                .orElseThrow(() -> StandardProblem.notFound("key result", reference));
    }

    /** Where a key result belongs, without loading it: its objective is to be locked first. */
    public long objectiveOf(String reference) {
        return getEntityManager()
                .createQuery("select k.objectiveId from KeyResult k where k.id = ?1", Long.class)
                .setParameter(1, idOf(reference))
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> StandardProblem.notFound("key result", reference));
    }

    public List<KeyResult> of(long objective) {
        return list("objectiveId = ?1 order by id", objective);
    }

    /** By objective; in one query, however many objectives. */
    public Map<Long, List<KeyResult>> of(Collection<Long> objectives) {
        return objectives.isEmpty()
                ? Map.of()
                : list("objectiveId in ?1 order by id", objectives).stream()
                        .collect(Collectors.groupingBy(KeyResult::objectiveId));
    }

    /** Adds one; bound to a measure, it starts with what the measure reads. */
    public KeyResult add(long objective, NewKeyResult wish, Measure measure) {
        var plan = Plan.of(wish, measure);
        var keyResult = new KeyResult(objective, wish, plan);
        persist(keyResult);
        if (plan.measured() != null) {
            keep(keyResult, Reading.byMeasure(plan.measured(), keyResult.binding().measure()));
        }
        return keyResult;
    }

    /** A person checks in. */
    public void checkIn(
            KeyResult keyResult, Actor person, BigDecimal value, int confidence, String comment) {
        keep(keyResult, keyResult.readBy(person, value, confidence, comment));
    }

    /** The measure checks in; false when it says nothing new. */
    public boolean checkIn(KeyResult keyResult, BigDecimal measured) {
        if (!keyResult.learnsFrom(measured)) {
            return false;
        }
        keep(keyResult, Reading.byMeasure(Plan.rounded(measured), keyResult.binding().measure()));
        return true;
    }

    public Page<CheckInView> history(String reference, Paging paging) {
        var id = require(reference).id();
        return paging.page(
                (key, most) -> checkIns.of(id, Paging.number(key), most),
                checkIn -> checkIn.id().toString(),
                CheckIn::view,
                () -> checkIns.count(id));
    }

    /** The measures of the subject that key results of open and closed objectives are bound to. */
    public List<Binding> bindingsTo(String subject) {
        return getEntityManager()
                .createQuery(
                        "select distinct k.measure from KeyResult k where k.measuredSubject = ?1",
                        String.class)
                .setParameter(1, subject)
                .getResultStream()
                .map(measure -> Binding.of(subject, measure))
                .toList();
    }

    /** Objectives with key results that are bound to measures of the subject. */
    public List<Long> objectivesMeasuredBy(String subject) {
        return getEntityManager()
                .createQuery(
                        "select distinct k.objectiveId from KeyResult k where k.measuredSubject = ?1 order by k.objectiveId",
                        Long.class)
                .setParameter(1, subject)
                .getResultList();
    }

    private void keep(KeyResult keyResult, Reading reading) {
        checkIns.persist(keyResult.checkIn(reading));
    }

    private static long idOf(String reference) {
        return Aggregate.idOf(KeyResult.PREFIX, "key result", reference);
    }
}
