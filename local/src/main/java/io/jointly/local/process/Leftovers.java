package io.jointly.local.process;

import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Parts of a launcher that was killed a moment ago and whose guards are still stopping them. Only
 * to be called by the holder of the suite's lock.
 */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A pid file is written within moments of the process; the clocks of kernel and file system
     * differ a little.
     */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(3);

    private Leftovers() {}

    /** Waits until they are gone and ends those that will not go. */
    public static void clear(Workspace workspace, Progress progress) {
        for (var part : PartName.values()) {
            var file = workspace.pidFile(part);
            var process = processOf(file);
            if (process.isPresent()) {
                var task = progress.begin("Waiting for the last run's " + part.label() + " to end");
                end(process.get());
                task.drop();
            }
            delete(file);
        }
    }

    /**
     * The living process that wrote this pid file; a number that has since been given to another
     * process is none.
     */
    public static Optional<ProcessHandle> processOf(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            var written = Files.getLastModifiedTime(pidFile).toInstant();
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAbout(process, written));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean startedAbout(ProcessHandle process, Instant moment) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, moment).abs().compareTo(SAME_MOMENT) < 0)
                .orElse(false);
    }

    private static void end(ProcessHandle process) {
        if (!endsWithin(process, PATIENCE)) {
            process.destroyForcibly();
            endsWithin(process, PATIENCE);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Pause.millis(TimeUnit.SECONDS.toMillis(1) / 20);
        }
        return !process.isAlive();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LocalProblem("The file %s cannot be removed.".formatted(file), e);
        }
    }
}
