package io.jointly.acceptance.trust;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Several clients at once. */
final class Crowd {
    private Crowd() {}

    /** Lets each client do its work and returns when all have; the first failure is everybody's. */
    static void of(int clients, IntConsumer work) {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                running.add(threads.submit(() -> work.accept(client)));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
