package io.jointly.acceptance.suite;

import java.time.Duration;
import java.time.Instant;

/** Waits for what one service learns from another a moment later. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Eventually() {}

    /** Repeats the check until it holds; in the end its last failure is the test's. */
    public static void within30Seconds(String what, Runnable check) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("After 30 seconds: " + what, e);
                }
                pause(PAUSE);
            }
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
