package io.jointly.local.command;

import io.jointly.local.process.Pause;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.RunState;
import io.jointly.local.workspace.Workspace;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the suite; its data stay. */
@Command(
        name = "down",
        description = "Stops everything; the data stay.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
        var workspace = data.workspace();
        var running = RunState.ofRunning(workspace);
        if (running.isEmpty()) {
            System.out.println("Jointly does not run.");
            return 0;
        }
        // The lock is held, so the number is that of its living holder and of no other process.
        var launcher =
                ProcessHandle.of(running.get().pid())
                        .orElseThrow(() -> new LocalProblem("The launcher is gone already."));
        var task = Console.standard().begin("Stopping Jointly");
        launcher.destroy();
        if (!stopsWithin(workspace, launcher, PATIENCE)) {
            // Its parts watch it and end by themselves.
            launcher.destroyForcibly();
            stopsWithin(workspace, launcher, PATIENCE);
        }
        task.done("Jointly is stopped");
        return 0;
    }

    private static boolean stopsWithin(
            Workspace workspace, ProcessHandle launcher, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline) {
            if (!launcher.isAlive() && RunState.ofRunning(workspace).isEmpty()) {
                return true;
            }
            Pause.millis(100);
        }
        return false;
    }
}
