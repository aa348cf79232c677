package io.jointly.catalog.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets only so many imports in at once: each holds a database connection for as long as its sender
 * takes, and other requests need some too.
 */
@ApplicationScoped
class ImportGate {
    private static final int LONGEST_QUEUE = 50;

    private final Semaphore places;
    private final long patience;

    ImportGate(
            @ConfigProperty(name = "catalog.imports.at-once") int atOnce,
            @ConfigProperty(name = "catalog.imports.wait-seconds") long patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    <T> T pass(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (places.getQueueLength() < LONGEST_QUEUE
                    && places.tryAcquire(patience, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ImportProblem.ImportsBusy();
    }
}
