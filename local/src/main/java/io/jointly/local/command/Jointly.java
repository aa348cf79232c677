package io.jointly.local.command;

import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** Runs Jointly on this machine. */
@Command(
        name = "./jointly",
        description = "Runs Jointly on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ImportCommand.class,
            TokenCommand.class,
            ResetCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Jointly {
    private Jointly() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Jointly())
                .setExecutionExceptionHandler(Jointly::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(sentence(failure));
        if (!(failure instanceof LocalProblem) && System.getenv("JOINTLY_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        return 1;
    }

    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io
                    && io.getMessage() != null
                    && io.getMessage().contains("No space left")) {
                return "The disk is full: " + io.getMessage() + ".";
            }
        }
        if (failure instanceof LocalProblem) {
            return failure.getMessage();
        }
        return "Something unexpected went wrong: %s. With JOINTLY_DEBUG=1 it tells where."
                .formatted(failure);
    }
}
