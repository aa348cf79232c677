package io.jointly.okr.keyresult;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The history of all key results, the latest first. */
@ApplicationScoped
class CheckIns implements PanacheRepository<CheckIn> {
    List<CheckIn> of(long keyResult, Long before, int most) {
        return find(
                        "keyResultId = ?1 and id < ?2 order by id desc",
                        keyResult,
                        before == null ? Long.MAX_VALUE : before)
                .page(0, most)
                .list();
    }

    long count(long keyResult) {
        return count("keyResultId", keyResult);
    }
}
