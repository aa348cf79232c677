package io.jointly.catalog.engagement;

import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** All meetings. */
@ApplicationScoped
class Meetings implements PanacheRepository<Meeting> {
    /**
     * So many meetings about one stream are still to come at most, or its departments would do
     * nothing else.
     */
    static final int MOST = 100;

    Meeting require(String reference) {
        return findByIdOptional(Aggregate.idOf(Meeting.PREFIX, "meeting", reference))
                .orElseThrow(() -> StandardProblem.notFound("meeting", reference));
    }

    List<Meeting> after(Long id, String stream, int most) {
        return find(
                        "id > ?1 and (?2 is null or stream = ?2) order by id",
                        id == null ? 0L : id,
                        stream)
                .page(0, most)
                .list();
    }

    /** Those that may have come, or may come, on a day of the period, and perhaps others. */
    List<Meeting> of(String stream, LocalDate from, LocalDate to) {
        return find(
                        """
                        from Meeting m where m.stream = :stream
                        and ((m.firstOn <= :to and (m.until is null or m.until >= :from) and (m.repeats <> :once or m.firstOn >= :from))
                             or exists (select 1 from Meeting h join h.attendances a where h = m and key(a) between :from and :to))
                        order by m.id
                        """,
                        Parameters.with("stream", stream)
                                .and("from", from)
                                .and("to", to)
                                .and("once", Repeats.ONCE))
                .list();
    }

    /** How many meetings of a stream may come on a day or after it. */
    long countComing(String stream, LocalDate day) {
        return count(
                "stream = :stream and (until is null or until >= :day) and (repeats <> :once or firstOn >= :day)",
                Parameters.with("stream", stream).and("day", day).and("once", Repeats.ONCE));
    }

    long count(String stream) {
        return count("?1 is null or stream = ?1", stream);
    }
}
