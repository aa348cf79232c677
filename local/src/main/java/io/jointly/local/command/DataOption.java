package io.jointly.local.command;

import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.RunState;
import io.jointly.local.workspace.Workspace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which suite a command is about. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder of the suite (default: .jointly in the repository)")
    private Path data;

    Workspace workspace() {
        return Workspace.of(Workspace.findRoot(), data);
    }

    Path folder() {
        return data;
    }

    /** The suite that runs there, or a sentence that none does. */
    RunState running() {
        return RunState.ofRunning(workspace())
                .orElseThrow(
                        () ->
                                new LocalProblem(
                                        "Jointly does not run; start it with ./jointly up."));
    }
}
