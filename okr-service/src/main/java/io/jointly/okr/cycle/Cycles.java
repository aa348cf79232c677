package io.jointly.okr.cycle;

import io.jointly.kit.problem.StandardProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All cycles. */
@ApplicationScoped
public class Cycles implements PanacheRepository<Cycle> {
    // A day far away stands for "no matter": PostgreSQL cannot tell the type of a bare null.
    private static final String WHERE =
            "code > ?1 and (?2 = true or (startsOn <= ?3 and endsOn >= ?3))";

    public Optional<Cycle> named(String code) {
        return find("code", code).firstResultOptional();
    }

    Cycle require(String code) {
        return named(code).orElseThrow(() -> StandardProblem.notFound("cycle", code));
    }

    List<Cycle> after(String code, LocalDate day, int most) {
        return find(WHERE + " order by code", code == null ? "" : code, day == null, any(day))
                .page(0, most)
                .list();
    }

    long count(LocalDate day) {
        return count(WHERE, "", day == null, any(day));
    }

    private static LocalDate any(LocalDate day) {
        return day == null ? LocalDate.EPOCH : day;
    }
}
