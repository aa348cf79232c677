package io.jointly.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets only so many previews in at once: each holds the beginning of its file in memory. */
@ApplicationScoped
class PreviewGate {
    private final Places places;

    PreviewGate(
            @ConfigProperty(name = "catalog.previews.at-once") int atOnce,
            @ConfigProperty(name = "catalog.previews.wait-seconds") long patience) {
        this.places = new Places(atOnce, patience, ImportProblem.PreviewsBusy::new);
    }

    <T> T pass(Supplier<T> work) {
        return places.pass(work);
    }
}
