package io.jointly.catalog.painpoint;

import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** All pain points. */
@ApplicationScoped
class PainPoints implements PanacheRepository<PainPoint> {
    PainPoint require(String reference) {
        return findByIdOptional(Aggregate.idOf(PainPoint.PREFIX, "pain point", reference))
                .orElseThrow(() -> StandardProblem.notFound("pain point", reference));
    }

    /** The latest first. */
    List<PainPoint> before(Long id, PainPointFilter filter, int most) {
        return find(
                        "id < :id and " + condition(filter) + " order by id desc",
                        parameters(filter).and("id", id == null ? Long.MAX_VALUE : id))
                .page(0, most)
                .list();
    }

    long count(PainPointFilter filter) {
        return count(condition(filter), parameters(filter));
    }

    /** Only what is asked for is in the query, so that each question finds its index. */
    private static String condition(PainPointFilter filter) {
        var condition = new StringBuilder("1 = 1");
        if (filter.stream() != null) {
            condition.append(" and stream = :stream");
        }
        if (!filter.states().isEmpty()) {
            condition.append(" and state in :states");
        }
        if (filter.stage() != null) {
            condition.append(" and stage = :stage");
        }
        if (filter.journeyStep() != null) {
            condition.append(" and journeyStep = :journeyStep");
        }
        if (filter.department() != null) {
            condition.append(" and department = :department");
        }
        if (filter.overdue()) {
            condition.append(
                    " and ((respondedAt is null and respondBy < :now) or (answeredAt is null and answerBy < :now))");
        }
        return condition.toString();
    }

    private static Parameters parameters(PainPointFilter filter) {
        var parameters = new Parameters();
        if (filter.stream() != null) {
            parameters.and("stream", filter.stream());
        }
        if (!filter.states().isEmpty()) {
            parameters.and("states", filter.states());
        }
        if (filter.stage() != null) {
            parameters.and("stage", filter.stage());
        }
        if (filter.journeyStep() != null) {
            parameters.and("journeyStep", filter.journeyStep());
        }
        if (filter.department() != null) {
            parameters.and("department", filter.department());
        }
        if (filter.overdue()) {
            parameters.and("now", Instant.now());
        }
        return parameters;
    }
}
