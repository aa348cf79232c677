package io.jointly.catalog.valuestream;

import io.jointly.kit.problem.StandardProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All value streams. */
@ApplicationScoped
public class ValueStreams implements PanacheRepository<ValueStream> {
    private static final String FILTER =
            """
            (:part is null or lower(name) like :part escape '!' or code like :part escape '!')
            and (:department is null
                 or exists (select 1 from ValueStream s join s.owners o where s = v and o = :department)
                 or exists (select 1 from ValueStream s join s.stages t where s = v and t.department = :department))
            """;

    /** What the flow of a stream needs to know of it. */
    public record Identity(long id, String code, Set<String> owners) {}

    Optional<ValueStream> named(String code) {
        return find("code", code).firstResultOptional();
    }

    ValueStream require(String code) {
        return named(code).orElseThrow(() -> StandardProblem.notFound("value stream", code));
    }

    /** The stream's identity, or the refusal that there is none of that code. */
    public Identity identify(String code) {
        var stream = require(code);
        return new Identity(stream.id(), stream.code(), Set.copyOf(stream.owners()));
    }

    /** Cheaper than {@link #identify} for reads. */
    public long idOf(String code) {
        return getEntityManager()
                .createQuery("select v.id from ValueStream v where v.code = ?1", Long.class)
                .setParameter(1, code)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> StandardProblem.notFound("value stream", code));
    }

    /** Names of the stages of its map. */
    public Set<String> stageNames(long stream) {
        return Set.copyOf(
                getEntityManager()
                        .createQuery(
                                "select distinct s.name from ValueStream v join v.stages s where v.id = ?1",
                                String.class)
                        .setParameter(1, stream)
                        .getResultList());
    }

    List<ValueStream> after(String code, String part, String department, int most) {
        return getEntityManager()
                .createQuery(
                        "from ValueStream v where v.code > :after and "
                                + FILTER
                                + " order by v.code",
                        ValueStream.class)
                .setParameter("after", code == null ? "" : code)
                .setParameter("part", pattern(part))
                .setParameter("department", department)
                .setMaxResults(most)
                .getResultList();
    }

    long count(String part, String department) {
        return getEntityManager()
                .createQuery("select count(*) from ValueStream v where " + FILTER, Long.class)
                .setParameter("part", pattern(part))
                .setParameter("department", department)
                .getSingleResult();
    }

    private static String pattern(String part) {
        return part == null
                ? null
                : "%" + part.toLowerCase(java.util.Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
