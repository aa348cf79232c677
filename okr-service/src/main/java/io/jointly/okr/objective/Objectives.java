package io.jointly.okr.objective;

import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;

/** All objectives. */
@ApplicationScoped
public class Objectives implements PanacheRepository<Objective> {
    private static final String WHOLE =
            "select o from Objective o join fetch o.cycle left join fetch o.owners left join fetch o.links ";

    boolean knows(String reference) {
        return count("id", idOf(reference)) == 1;
    }

    /** To be read, with all that belongs to it. */
    Objective require(String reference) {
        return getEntityManager()
                .createQuery(WHOLE + "where o.id = :id", Objective.class)
                .setParameter("id", idOf(reference))
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> StandardProblem.notFound("objective", reference));
    }

    /** To be changed: everybody else who wants to change it waits until we are done. */
    Objective lock(String reference) {
        var found = findById(idOf(reference), LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw StandardProblem.notFound("objective", reference);
        }
        return found;
    }

    /** The same, after it was looked at: forgets what was seen, which may be old by now. */
    Objective lockAnew(String reference) {
        getEntityManager().clear();
        return lock(reference);
    }

    /** To be changed, by the key a key result holds. */
    public Objective lock(long id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first; one query, whatever hangs on them. */
    List<Objective> before(Long id, Filter filter, int most) {
        var parameters = new HashMap<String, Object>();
        var matching = filter.matching(parameters);
        var query =
                getEntityManager()
                        .createQuery(
                                WHOLE
                                        + "where o.id in (select o.id from "
                                        + matching
                                        + " and o.id < :before order by o.id desc limit :most) order by o.id desc",
                                Objective.class);
        parameters.put("before", id == null ? Long.MAX_VALUE : id);
        parameters.put("most", most);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    long count(Filter filter) {
        var parameters = new HashMap<String, Object>();
        var query =
                getEntityManager()
                        .createQuery(
                                "select count(*) from " + filter.matching(parameters), Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    /**
     * Some objectives whose owners or links could not be verified so far; any of them, so that
     * those whose service stays silent do not keep the others waiting.
     */
    @SuppressWarnings("unchecked") // the API of JPA has no types here
    List<Long> unverified(int most) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        SELECT id FROM (
                            SELECT objective_id AS id FROM objective_owner WHERE department_check = 'UNVERIFIED'
                            UNION
                            SELECT objective_id FROM objective_link WHERE link_check = 'UNVERIFIED') AS unverified
                        ORDER BY random()
                        """,
                        Long.class)
                .setMaxResults(most)
                .getResultList();
    }

    private static long idOf(String reference) {
        return Aggregate.idOf(Objective.PREFIX, "objective", reference);
    }
}
