package io.jointly.catalog.service;

import io.jointly.kit.problem.StandardProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All services. */
@ApplicationScoped
class Services implements PanacheRepository<Service> {
    Optional<Service> named(String code) {
        return find("code", code).firstResultOptional();
    }

    Service require(String code) {
        return named(code).orElseThrow(() -> StandardProblem.notFound("service", code));
    }

    List<Service> after(String code, ServiceFilter filter, int most) {
        var parameters = parameters(filter).and("code", code == null ? "" : code);
        return find("code > :code and " + condition(filter) + " order by code", parameters)
                .page(0, most)
                .list();
    }

    long count(ServiceFilter filter) {
        return count(condition(filter), parameters(filter));
    }

    Set<String> known(Collection<String> codes) {
        return getEntityManager()
                .createQuery("select code from Service where code in ?1", String.class)
                .setParameter(1, List.copyOf(codes))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    /** Only what is asked for is in the query, so that each question finds its index. */
    private static String condition(ServiceFilter filter) {
        var condition = new StringBuilder("1 = 1");
        if (filter.part() != null) {
            condition.append(
                    " and (lower(name) like :part escape '!' or lower(what) like :part escape '!' or code like :part escape '!')");
        }
        if (filter.department() != null) {
            condition.append(
                    " and (:department in indices(owners) or :department in elements(consumers))");
        }
        if (!filter.lifecycles().isEmpty()) {
            condition.append(" and lifecycle in :lifecycles");
        }
        return condition.toString();
    }

    private static Parameters parameters(ServiceFilter filter) {
        var parameters = new Parameters();
        if (filter.part() != null) {
            parameters.and(
                    "part",
                    "%"
                            + filter.part().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1")
                            + "%");
        }
        if (filter.department() != null) {
            parameters.and("department", filter.department());
        }
        if (!filter.lifecycles().isEmpty()) {
            parameters.and("lifecycles", filter.lifecycles());
        }
        return parameters;
    }
}
