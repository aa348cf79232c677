package io.jointly.local.command;

import io.jointly.local.Options;
import io.jointly.local.process.Java;
import io.jointly.local.process.LogFile;
import io.jointly.local.process.Pause;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.RunState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Starts a launcher in a session of its own, shows what it says until all is ready, and leaves it
 * running.
 */
final class DetachedStart {
    /** {@code setsid} leaves the terminal's session; macOS lacks it and gets the next best. */
    private static final String OWN_SESSION =
            "if command -v setsid >/dev/null; then exec setsid \"$@\"; fi; exec nohup \"$@\"";

    private final Options options;
    private final Path log;
    private long shown;

    DetachedStart(Options options) {
        this.options = options;
        this.log = options.workspace().logs().resolve("launcher.log");
    }

    int run() {
        options.workspace().prepare();
        if (RunState.ofRunning(options.workspace()).isEmpty()) {
            new LogFile(log).rotate();
        }
        shown = log.toFile().length();
        var launcher = start();
        var stopWithUs = new Thread(launcher::destroy, "jointly-stop-detached");
        Runtime.getRuntime().addShutdownHook(stopWithUs);
        while (launcher.isAlive() && !isReady(launcher)) {
            showNews();
            Pause.millis(200);
        }
        // Its last words: the greeting, or why it ended.
        Pause.millis(300);
        showNews();
        if (!launcher.isAlive()) {
            return Math.max(1, launcher.exitValue());
        }
        Runtime.getRuntime().removeShutdownHook(stopWithUs);
        return 0;
    }

    private boolean isReady(Process launcher) {
        return RunState.read(options.workspace())
                .filter(state -> state.pid() == launcher.pid() && state.ready())
                .isPresent();
    }

    private Process start() {
        var command =
                new ArrayList<>(List.of("bash", "-c", OWN_SESSION, "jointly", Java.command()));
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx96m",
                        "-Djointly.root=" + options.workspace().root()));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jointly.class.getName(),
                        "up",
                        "--in-background"));
        command.addAll(arguments(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new LocalProblem(
                    "The launcher cannot be started: %s.".formatted(e.getMessage()), e);
        }
    }

    static List<String> arguments(Options options) {
        var workspace = options.workspace();
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--port=" + options.ports().base(),
                                "--host=" + options.host(),
                                "--data=" + workspace.data(),
                                "--sample=" + (options.sample() ? "demo" : "none")));
        arguments.add(
                "--only="
                        + options.parts().stream()
                                .map(PartName::label)
                                .collect(Collectors.joining(",")));
        return arguments;
    }

    private void showNews() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() > shown) {
                file.seek(shown);
                var bytes = new byte[(int) (file.length() - shown)];
                file.readFully(bytes);
                shown += bytes.length;
                System.out.print(new String(bytes, StandardCharsets.UTF_8));
                System.out.flush();
            }
        } catch (IOException e) {
            // Nothing said yet.
            return;
        }
    }
}
