package io.jointly.catalog.journeymap;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All journey maps. */
@ApplicationScoped
public class JourneyMaps implements PanacheRepository<JourneyMap> {
    Optional<JourneyMap> of(long stream) {
        return find("stream", stream).firstResultOptional();
    }

    /** Keys that pain points can name. */
    public Set<String> stepKeys(long stream) {
        return of(stream).stream()
                .flatMap(map -> map.steps().stream())
                .map(JourneyStepView::key)
                .collect(Collectors.toSet());
    }
}
