package io.jointly.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets only so many imports in at once: each holds a database connection for as long as its sender
 * takes, and other requests need some too.
 */
@ApplicationScoped
class ImportGate {
    private final Places places;

    ImportGate(
            @ConfigProperty(name = "catalog.imports.at-once") int atOnce,
            @ConfigProperty(name = "catalog.imports.wait-seconds") long patience) {
        this.places = new Places(atOnce, patience, ImportProblem.ImportsBusy::new);
    }

    <T> T pass(Supplier<T> work) {
        return places.pass(work);
    }
}
