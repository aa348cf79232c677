package io.jointly.local.command;

import io.jointly.local.Options;
import io.jointly.local.Parts;
import io.jointly.local.process.Leftovers;
import io.jointly.local.process.Part;
import io.jointly.local.workspace.RunState;
import io.jointly.local.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs. */
@Command(
        name = "status",
        description = "Shows what runs; ends with 1 unless all is ready.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
        var workspace = data.workspace();
        var running = RunState.ofRunning(workspace);
        if (running.isEmpty()) {
            System.out.println("Jointly does not run.");
            return 1;
        }
        var state = running.get();
        System.out.printf("Jointly runs at %s (launcher: process %d)%n", state.url(), state.pid());
        boolean allReady = state.ready();
        for (var part : Parts.of(options(workspace, state))) {
            allReady &= show(workspace, part);
        }
        return allReady ? 0 : 1;
    }

    private static Options options(Workspace workspace, RunState state) {
        return Options.of(workspace.root(), workspace.data())
                .withPorts(state.ports())
                .withHost(state.host())
                .withParts(state.parts());
    }

    private static boolean show(Workspace workspace, Part part) {
        var process = Leftovers.processOf(workspace.pidFile(part.name()));
        boolean ready = process.isPresent() && part.isReady();
        System.out.printf(
                "  %-11s %-9s %-15s %s%n",
                part.name().label(),
                ready ? "ready" : process.isPresent() ? "starting" : "down",
                process.map(p -> "process " + p.pid()).orElse(""),
                process.flatMap(Memory::residentMegabytes)
                        .map(megabytes -> megabytes + " MB")
                        .orElse(""));
        return ready;
    }
}
