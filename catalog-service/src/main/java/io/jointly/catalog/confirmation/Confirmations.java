package io.jointly.catalog.confirmation;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** All confirmations. */
@ApplicationScoped
class Confirmations implements PanacheRepository<Confirmation> {
    /** The latest one of each department. */
    Map<String, Confirmation> latest(long stream) {
        return find(
                        "stream = ?1 and id in (select max(c.id) from Confirmation c where c.stream = ?1 group by c.department)",
                        stream)
                .stream()
                .collect(Collectors.toMap(Confirmation::department, c -> c));
    }
}
