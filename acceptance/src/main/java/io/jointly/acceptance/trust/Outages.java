package io.jointly.acceptance.trust;

import io.jointly.acceptance.suite.Eventually;
import io.jointly.local.Suite;
import io.jointly.local.workspace.PartName;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** Kills a service as the kernel would, at moments that nobody chose, and starts it again. */
final class Outages {
    private final Suite suite;
    private final PartName part;

    Outages(Suite suite, PartName part) {
        this.suite = suite;
        this.part = part;
    }

    /** Kills it so many times, or fewer when there is nothing left to disturb. */
    int kill(int times, BooleanSupplier workGoesOn) {
        return kill(times, workGoesOn, () -> {});
    }

    /** The same, each time after waiting for something worth disturbing. */
    int kill(int times, BooleanSupplier workGoesOn, Runnable waiting) {
        var killed = 0;
        while (killed < times && workGoesOn.getAsBoolean()) {
            waiting.run();
            Eventually.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(50, 500)));
            suite.kill(part);
            killed++;
            suite.restart(part);
        }
        return killed;
    }
}
