package io.jointly.catalog.valuestream;

import io.jointly.kit.link.Link;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
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
                 or exists (select 1 from ValueStream s join s.stages t where s = v and t.department = :department)
                 or exists (select 1 from ValueStream s join s.futureStages t where s = v and t.department = :department))
            """;

    /** What the flow of a stream needs to know of it. */
    public record Identity(long id, String code, Set<String> owners) {}

    /**
     * What other features need to know of a stream.
     *
     * @param takingPart departments that own it or have a stage of today in it
     * @param stageKeys keys that pain points and journey steps can name
     * @param wording number of the present purpose and outcome
     * @param wordedAt since when they read so
     */
    public record Facts(
            long id,
            String code,
            String name,
            Set<String> owners,
            Set<String> takingPart,
            Set<String> stageKeys,
            long wording,
            Instant wordedAt,
            int confirmationDays,
            Duration respondWithin,
            Duration answerWithin) {

        public Link link() {
            return new Link("value-stream", code);
        }
    }

    /** The facts of a stream, or the refusal that there is none of that code. */
    public Facts factsOf(String code) {
        return require(code).facts();
    }

    /** The facts of the stream that a field of the request names. */
    public Facts factsNamed(String pointer, String code) {
        return named(code)
                .map(ValueStream::facts)
                .orElseThrow(
                        () ->
                                StandardProblem.invalid(
                                        pointer, "names what is no value stream: " + code));
    }

    /**
     * Until the transaction ends the stream stays as it is, and whoever holds it too waits. For
     * what leans on a stream without being a part of it; to be called before the stream is read.
     */
    public void hold(String code) {
        // FOR UPDATE would make imports wait too, whose rows name the stream.
        getEntityManager()
                .createNativeQuery(
                        "SELECT id FROM value_stream WHERE code = :code FOR NO KEY UPDATE",
                        Long.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** Refuses a query parameter that names no stream: a filter is never ignored. */
    public void requireParameter(String name, String code) {
        if (ids(code).isEmpty()) {
            throw StandardProblem.invalidParameter(name, "names no value stream: " + code);
        }
    }

    /** The stream as a record with a version, for preconditions. */
    public Aggregate record(String code) {
        return require(code);
    }

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

    /**
     * The same, and nobody changes its map until the transaction is over: for what refers to its
     * stages.
     */
    public Identity identifySteadily(String code) {
        getEntityManager().lock(require(code), LockModeType.PESSIMISTIC_READ);
        return identify(code);
    }

    /** Cheaper than {@link #identify} for reads. */
    public long idOf(String code) {
        return ids(code).stream()
                .findFirst()
                .orElseThrow(() -> StandardProblem.notFound("value stream", code));
    }

    public String codeOf(long stream) {
        return findById(stream).code();
    }

    private List<Long> ids(String code) {
        return getEntityManager()
                .createQuery("select v.id from ValueStream v where v.code = ?1", Long.class)
                .setParameter(1, code)
                .getResultList();
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

    /** The stages of its map of today, in order. */
    public List<StageView> stages(String code) {
        return require(code).description().stages();
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
