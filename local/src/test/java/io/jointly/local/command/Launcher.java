package io.jointly.local.command;

import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.RunState;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged launcher as a process of its own, to be killed in every way. */
final class Launcher {
    private static final Path ROOT = Workspace.findRoot();

    final Workspace workspace;
    final Ports ports;
    private final Process process;
    private final Path output;

    private Launcher(Workspace workspace, Ports ports, Process process, Path output) {
        this.workspace = workspace;
        this.ports = ports;
        this.process = process;
        this.output = output;
    }

    static Launcher up(Path data, Ports ports, String... more) throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of("up", "--sample=none", "--data=" + data, "--port=" + ports.base()));
        arguments.addAll(List.of(more));
        var output = Files.createTempFile(data.getParent(), "launcher", ".txt");
        return new Launcher(Workspace.of(ROOT, data), ports, run(output, arguments), output);
    }

    static Process run(Path output, List<String> arguments) throws IOException {
        var target = ROOT.resolve("local/target");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Djointly.root=" + ROOT,
                                "-cp",
                                target.resolve("jointly-local.jar")
                                        + ":"
                                        + target.resolve("launcher/lib")
                                        + "/*",
                                Jointly.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    Launcher awaitReady() throws IOException {
        boolean ready =
                within(
                        Duration.ofMinutes(3),
                        () ->
                                !process.isAlive()
                                        || RunState.read(workspace)
                                                .filter(this::isOursAndReady)
                                                .isPresent());
        if (!ready || !process.isAlive()) {
            throw new IllegalStateException("The launcher is not ready: " + said());
        }
        return this;
    }

    private boolean isOursAndReady(RunState state) {
        return state.ready() && state.pid() == process.pid();
    }

    /** Every process below the launcher, guards and their watchers included. */
    List<ProcessHandle> family() {
        return process.descendants().toList();
    }

    void killHard() {
        process.destroyForcibly();
    }

    void terminate() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    static boolean within(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
