package io.jointly.local.command;

import io.jointly.local.process.Leftovers;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.SuiteLock;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes the data of a stopped suite. */
@Command(
        name = "reset",
        description = "Deletes all data, after asking.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
        var workspace = data.workspace();
        var lock =
                SuiteLock.tryTake(workspace)
                        .orElseThrow(
                                () ->
                                        new LocalProblem(
                                                "Jointly runs; stop it with ./jointly down first."));
        try (lock) {
            if (!yes
                    && !confirmed(
                            "This deletes everything in "
                                    + workspace.data()
                                    + ": databases, users, logs.")) {
                System.out.println("Nothing was deleted.");
                return 1;
            }
            var console = Console.standard();
            Leftovers.clear(workspace, console);
            workspace.deleteData();
            console.say("All data are deleted; the next start begins afresh.");
            return 0;
        }
    }

    private static boolean confirmed(String warning) {
        System.out.println(warning);
        System.out.print("Type 'yes' to go on: ");
        System.out.flush();
        var input = new Scanner(System.in, java.nio.charset.Charset.defaultCharset());
        return input.hasNextLine()
                && input.nextLine().strip().toLowerCase(Locale.ROOT).equals("yes");
    }
}
