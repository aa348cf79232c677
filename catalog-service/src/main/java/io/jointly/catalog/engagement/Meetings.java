package io.jointly.catalog.engagement;

import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.Aggregate;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All meetings. */
@ApplicationScoped
class Meetings implements PanacheRepository<Meeting> {
    /**
     * A department has this many regular meetings about one stream at most, or it would do nothing
     * else.
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

    List<Meeting> of(String stream) {
        return find("stream = ?1 order by id", stream).page(0, MOST).list();
    }

    long count(String stream) {
        return count("?1 is null or stream = ?1", stream);
    }
}
