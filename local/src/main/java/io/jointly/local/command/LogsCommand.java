package io.jointly.local.command;

import io.jointly.local.process.LogFile;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Workspace;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of the logs. */
@Command(
        name = "logs",
        description = "Shows the end of a part's log, or of all.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description = "database, identity, catalog, okr, governance or gateway")
    private String part;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "how many lines (default: ${DEFAULT-VALUE})")
    private int lines = 100;

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
        var workspace = data.workspace();
        if (part != null) {
            show(workspace, PartName.of(part));
            return 0;
        }
        if (!Files.isDirectory(workspace.logs())) {
            throw new LocalProblem("There are no logs yet in %s.".formatted(workspace.logs()));
        }
        for (var each : List.of(PartName.values())) {
            if (Files.exists(workspace.log(each))) {
                System.out.println("==> " + workspace.log(each));
                show(workspace, each);
                System.out.println();
            }
        }
        return 0;
    }

    private void show(Workspace workspace, PartName name) {
        if (!Files.exists(workspace.log(name))) {
            throw new LocalProblem("%s has written no log yet.".formatted(name.label()));
        }
        new LogFile(workspace.log(name)).tail(lines).forEach(System.out::println);
    }
}
