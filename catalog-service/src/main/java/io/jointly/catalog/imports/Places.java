package io.jointly.catalog.imports;

import io.jointly.kit.problem.DomainException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** So many at once, some waiting for a place, and the others told that it is busy. */
final class Places {
    private static final int LONGEST_QUEUE = 50;

    private final Semaphore places;
    private final long patience;
    private final Supplier<DomainException> busy;

    /**
     * @param patience for how many seconds somebody waits
     */
    Places(int atOnce, long patience, Supplier<DomainException> busy) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
        this.busy = busy;
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
        throw busy.get();
    }
}
