package io.jointly.gateway.routing;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Barks when nothing has moved for too long. Lives on one event loop, as its exchange does. */
final class Watchdog {
    private final Vertx vertx;
    private final long patience;
    private Runnable bark;
    private long lastMove;
    private long timer = -1;
    private boolean barked;

    Watchdog(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience.toMillis();
    }

    void start(Runnable whenTooLong) {
        stop();
        bark = whenTooLong;
        barked = false;
        moved();
        watch(patience);
    }

    void moved() {
        lastMove = System.nanoTime();
    }

    boolean hasBarked() {
        return barked;
    }

    void stop() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }

    private void watch(long millis) {
        timer =
                vertx.setTimer(
                        millis,
                        fired -> {
                            var idle = (System.nanoTime() - lastMove) / 1_000_000;
                            if (idle < patience) {
                                watch(Math.max(1, patience - idle));
                            } else {
                                timer = -1;
                                barked = true;
                                bark.run();
                            }
                        });
    }
}
