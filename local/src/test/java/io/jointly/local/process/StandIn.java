package io.jointly.local.process;

import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part that is a line of shell; it is ready as soon as it has made the file {@code $READY}. */
record StandIn(PartName name, Set<PartName> needs, String script, Workspace workspace)
        implements Part {
    static StandIn sleeping(PartName name, Set<PartName> needs, Workspace workspace) {
        return new StandIn(name, needs, "touch $READY; exec sleep 300", workspace);
    }

    @Override
    public Path log() {
        return workspace.log(name);
    }

    Path readyFile() {
        return workspace.run().resolve(name.label() + ".ready");
    }

    @Override
    public GuardedProcess launch(Progress.Task task) {
        Workspace.deleteTree(readyFile());
        return GuardedProcess.start(
                new GuardedProcess.Spec(
                        List.of("bash", "-c", script),
                        Map.of("READY", readyFile().toString()),
                        log(),
                        workspace.pidFile(name),
                        GuardedProcess.Signal.TERM,
                        Duration.ofSeconds(2)));
    }

    @Override
    public boolean isReady() {
        return Files.exists(readyFile());
    }
}
