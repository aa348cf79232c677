package io.jointly.local.process;

import io.jointly.local.process.GuardedProcess.Signal;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Starts the parts, each as soon as those it needs are ready, watches them, and stops them in the
 * opposite order.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);
    private static final int LOG_CHECK_EVERY = 120;

    private final Map<PartName, RunningPart> parts = new EnumMap<>(PartName.class);
    private final Progress progress;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        var thread = new Thread(task, "jointly-supervisor");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean stopping;

    public Supervisor(Collection<? extends Part> parts, Progress progress) {
        this.progress = progress;
        for (var part : parts) {
            this.parts.put(part.name(), new RunningPart(part, progress));
        }
    }

    /** Returns when every part is ready; if one fails, stops the others and says which and why. */
    public void start() {
        var ready = new EnumMap<PartName, CompletableFuture<Void>>(PartName.class);
        var failed = new CompletableFuture<Void>();
        // The declaration order of the parts is an order in which needs come first.
        parts.forEach((name, part) -> ready.put(name, startAfterNeeds(part, ready, failed)));
        var all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            // Whatever fails while everything is being stopped fails because of that.
            if (!stopping) {
                close();
                throw e.getCause() instanceof LocalProblem problem ? problem : e;
            }
        }
        if (stopping) {
            awaitClosed();
            throw new LocalProblem("The start was broken off.");
        }
    }

    private CompletableFuture<Void> startAfterNeeds(
            RunningPart part,
            Map<PartName, CompletableFuture<Void>> ready,
            CompletableFuture<Void> failed) {
        var needs =
                part.needs().stream()
                        .map(ready::get)
                        .filter(need -> need != null)
                        .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(needs)
                .thenRunAsync(() -> part.start(() -> stopping), threads)
                .whenComplete(
                        (nothing, failure) -> {
                            if (failure != null) {
                                failed.completeExceptionally(
                                        failure instanceof CompletionException wrapped
                                                ? wrapped.getCause()
                                                : failure);
                            }
                        });
    }

    /**
     * Waits until a part dies that nobody stopped, and says so; empty when the supervisor was
     * closed instead.
     */
    public Optional<LocalProblem> awaitDeath() {
        for (long look = 0; !stopping; look++) {
            for (var part : parts.values()) {
                if (part.diedUnasked() && !stopping) {
                    return Optional.of(part.deathNotice("died"));
                }
                if (look % LOG_CHECK_EVERY == 0) {
                    part.limitLog();
                }
            }
            Pause.millis(WATCH_INTERVAL.toMillis());
        }
        awaitClosed();
        return Optional.empty();
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills a part as the kernel would, and does not count that as a fault. */
    public void kill(PartName name) {
        part(name).kill(Signal.KILL);
    }

    /** Asks a part to end, and does not count that as a fault. */
    public void terminate(PartName name) {
        part(name).kill(Signal.TERM);
    }

    /** Starts a part again, after stopping it if it still lives, and returns when it is ready. */
    public void restart(PartName name) {
        var part = part(name);
        part.stop();
        part.start(() -> stopping);
    }

    public long pid(PartName name) {
        return part(name).pid();
    }

    public boolean isAlive(PartName name) {
        return part(name).isAlive();
    }

    private RunningPart part(PartName name) {
        var part = parts.get(name);
        if (part == null) {
            throw new LocalProblem("The part %s is not in this suite.".formatted(name.label()));
        }
        return part;
    }

    /** Stops everything, those first that others do not need; safe to call twice. */
    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        stopping = true;
        var left = new EnumMap<>(parts);
        while (!left.isEmpty()) {
            var wave = unneeded(left);
            CompletableFuture.allOf(
                            wave.stream()
                                    .map(part -> CompletableFuture.runAsync(part::stop, threads))
                                    .toArray(CompletableFuture[]::new))
                    .join();
            wave.forEach(part -> left.remove(part.name()));
        }
        threads.shutdownNow();
        closed.countDown();
    }

    private static List<RunningPart> unneeded(Map<PartName, RunningPart> left) {
        var needed =
                left.values().stream()
                        .flatMap(part -> part.needs().stream())
                        .collect(Collectors.toSet());
        return left.values().stream().filter(part -> !needed.contains(part.name())).toList();
    }
}
