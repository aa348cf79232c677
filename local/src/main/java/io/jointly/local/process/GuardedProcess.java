package io.jointly.local.process;

import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A child process behind a small shell guard that stops it when this JVM is gone, by whatever
 * death: the guard reads a pipe whose other end only this JVM holds.
 */
public final class GuardedProcess {
    private static final Duration PID_PATIENCE = Duration.ofSeconds(10);

    private static final Set<Path> WRITTEN = new HashSet<>();

    private final Process guard;
    private final OutputStream orders;
    private final long pid;

    private GuardedProcess(Process guard, long pid) {
        this.guard = guard;
        this.orders = guard.getOutputStream();
        this.pid = pid;
    }

    /** What to run and how it wants to be stopped. */
    public record Spec(
            List<String> command,
            Map<String, String> environment,
            Path log,
            Path pidFile,
            Signal stopSignal,
            Duration grace) {}

    /** The signals a part understands. */
    public enum Signal {
        /** PostgreSQL's fast shutdown. */
        INT,
        /** The usual request to end. */
        TERM,
        KILL
    }

    /** Starts the command behind its guard; all it prints goes to the log. */
    public static GuardedProcess start(Spec spec) {
        try {
            Files.deleteIfExists(spec.pidFile());
            var command = new ArrayList<>(List.of("bash", script(spec.pidFile()).toString()));
            command.add(spec.pidFile().toString());
            command.add(spec.stopSignal().name());
            command.add(Long.toString(spec.grace().toSeconds()));
            command.addAll(spec.command());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().putAll(spec.environment());
            var guard = builder.start();
            return new GuardedProcess(guard, awaitPid(guard, spec));
        } catch (IOException e) {
            throw new LocalProblem(
                    "%s cannot be started: %s.".formatted(spec.command().get(0), e.getMessage()),
                    e);
        }
    }

    /**
     * The guard's script as a file beside the pid file, where {@code ps} shows it by a short name.
     */
    private static synchronized Path script(Path pidFile) throws IOException {
        var file = pidFile.resolveSibling("guard.sh");
        if (WRITTEN.add(file) || !Files.exists(file)) {
            try (var text = GuardedProcess.class.getResourceAsStream("guard.sh")) {
                OwnerOnly.write(file, new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static long awaitPid(Process guard, Spec spec) throws IOException {
        long deadline = System.nanoTime() + PID_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (Files.exists(spec.pidFile())) {
                var text = Files.readString(spec.pidFile()).strip();
                if (!text.isEmpty()) {
                    return Long.parseLong(text);
                }
            }
            if (!guard.isAlive()) {
                // It ended at once and the guard has cleared its pid file away; whoever waits for
                // it will see that.
                return guard.pid();
            }
            Pause.millis(5);
        }
        guard.destroyForcibly();
        throw new LocalProblem("%s did not come to life.".formatted(spec.command().get(0)));
    }

    /** The process itself, not its guard. */
    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    /** The exit code once it has ended; above 128 it was a signal. */
    public int exitCode() {
        return guard.exitValue();
    }

    /** Sends a signal; nothing happens if the process is gone. */
    public void signal(Signal signal) {
        try {
            orders.write((signal.name() + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException e) {
            // The guard has gone, and with it its process: there is nobody left to signal.
            guard.destroy();
        }
    }

    /** Lets the guard stop the process, kindly at first, and waits until it is gone. */
    public void stop() {
        try {
            orders.close();
        } catch (IOException e) {
            guard.destroy();
        }
        awaitExit(Duration.ofMinutes(2));
    }

    /** Waits for the end; answers whether it came in time. */
    public boolean awaitExit(Duration limit) {
        try {
            return guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
