package io.jointly.local.process;

import io.jointly.local.process.GuardedProcess.Signal;
import io.jointly.local.workspace.DiskSpace;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A part together with its present process. */
final class RunningPart {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);
    private static final int TAIL = 5;

    private final Part part;
    private final Progress progress;
    private GuardedProcess process;
    private boolean endWanted = true;

    RunningPart(Part part, Progress progress) {
        this.part = part;
        this.progress = progress;
    }

    PartName name() {
        return part.name();
    }

    Set<PartName> needs() {
        return part.needs();
    }

    /** Returns when the part is ready, or when the suite stops meanwhile. */
    void start(BooleanSupplier stopping) {
        if (stopping.getAsBoolean()) {
            return;
        }
        var task = progress.begin("Starting " + part.name().label());
        try {
            new LogFile(part.log()).rotate();
            begin(part.launch(task), stopping);
            awaitReady(stopping);
            if (!stopping.getAsBoolean()) {
                part.afterReady();
                task.done(part.name().label() + " is ready");
            }
        } finally {
            task.drop();
        }
    }

    private synchronized void begin(GuardedProcess launched, BooleanSupplier stopping) {
        process = launched;
        endWanted = false;
        if (stopping.getAsBoolean()) {
            stop();
        }
    }

    private void awaitReady(BooleanSupplier stopping) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!stopping.getAsBoolean() && !part.isReady()) {
            if (!isAlive()) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                throw deathNotice("died while starting");
            }
            if (System.nanoTime() > deadline) {
                throw new LocalProblem(
                        "%s is not ready after %d seconds; its log is %s."
                                .formatted(name().label(), START_LIMIT.toSeconds(), part.log()));
            }
            Pause.millis(LOOK_INTERVAL.toMillis());
        }
    }

    synchronized void kill(Signal signal) {
        endWanted = true;
        if (process != null) {
            process.signal(signal);
            process.awaitExit(Duration.ofSeconds(30));
        }
    }

    synchronized void stop() {
        endWanted = true;
        if (process != null) {
            process.stop();
            process = null;
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized boolean diedUnasked() {
        return !endWanted && !isAlive();
    }

    synchronized long pid() {
        if (process == null) {
            throw new LocalProblem("%s does not run.".formatted(name().label()));
        }
        return process.pid();
    }

    void limitLog() {
        new LogFile(part.log()).limit();
    }

    /** The sentence about an unexpected death, with the place and the last lines of the log. */
    synchronized LocalProblem deathNotice(String what) {
        var notice = new StringBuilder(name().label()).append(' ').append(what);
        if (process != null && !process.isAlive()) {
            notice.append(' ').append(reason(process.exitCode()));
        }
        if (DiskSpace.isFull(part.log())) {
            notice.append(", and the disk is full");
        }
        notice.append("; its log is ").append(part.log()).append('.');
        var tail = new LogFile(part.log()).tail(TAIL);
        if (!tail.isEmpty()) {
            notice.append(" It ends with:");
            tail.forEach(line -> notice.append("\n  | ").append(line));
        }
        return new LocalProblem(notice.toString());
    }

    private static String reason(int exitCode) {
        return exitCode > 128
                ? "(signal %d)".formatted(exitCode - 128)
                : "(exit code %d)".formatted(exitCode);
    }
}
