package io.jointly.catalog.department;

import io.jointly.kit.problem.StandardProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** All departments. */
@ApplicationScoped
public class Departments implements PanacheRepository<Department> {
    Optional<Department> named(String code) {
        return find("code", code).firstResultOptional();
    }

    /** Held until commit: two moves at once could each be right and together make a ring. */
    void lockTree() {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(4712)")
                .getSingleResult();
    }

    Department require(String code) {
        return named(code).orElseThrow(() -> StandardProblem.notFound("department", code));
    }

    List<Department> after(String code, String part, int most) {
        return find(
                        "code > ?1 and (lower(name) like ?2 escape '!' or code like ?2 escape '!') order by code",
                        code == null ? "" : code,
                        pattern(part))
                .page(0, most)
                .list();
    }

    long count(String part) {
        return count("lower(name) like ?1 escape '!' or code like ?1 escape '!'", pattern(part));
    }

    /** Refuses codes that name no department, and points at the field that holds them. */
    public void requireAll(String pointer, Collection<String> codes) {
        var unknown = new HashSet<>(codes);
        if (!unknown.isEmpty()) {
            getEntityManager()
                    .createQuery("select d.code from Department d where d.code in ?1", String.class)
                    .setParameter(1, List.copyOf(unknown))
                    .getResultList()
                    .forEach(unknown::remove);
        }
        if (!unknown.isEmpty()) {
            throw StandardProblem.invalid(
                    pointer,
                    "names what is no department: "
                            + String.join(", ", unknown.stream().sorted().toList()));
        }
    }

    /** Refuses a query parameter that names no department: a filter is never ignored. */
    public void requireParameter(String name, String code) {
        if (named(code).isEmpty()) {
            throw StandardProblem.invalidParameter(name, "names no department: " + code);
        }
    }

    private static String pattern(String part) {
        return part == null
                ? "%"
                : "%" + part.toLowerCase(java.util.Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
