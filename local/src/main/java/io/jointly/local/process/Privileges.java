package io.jointly.local.process;

import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small wrappers around a command that the operating system offers. */
public final class Privileges {
    private static final boolean CAN_DIE_WITH_PARENT =
            works("setpriv", "--pdeathsig", "KILL", "true");

    private Privileges() {}

    /** Where Linux offers it, has the kernel end the command when its guard dies. */
    public static List<String> dyingWithParent(String signal, List<String> command) {
        return CAN_DIE_WITH_PARENT
                ? prefixed(List.of("setpriv", "--pdeathsig", signal), command)
                : command;
    }

    /**
     * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody and still owns
     * its files.
     */
    public static List<String> withoutRoot(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!works("unshare", "--user", "true")) {
            throw new LocalProblem(
                    "PostgreSQL does not run as root, and this machine does not allow 'unshare --user'; run ./jointly as a normal user.");
        }
        return prefixed(List.of("unshare", "--user"), command);
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    private static boolean works(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
