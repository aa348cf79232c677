package io.jointly.local.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out who listens on a port, as far as the operating system tells. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** A description to put into a sentence. */
    static String of(int port) {
        return processListeningOn(port).map(PortOwner::describe).orElse("another program");
    }

    static Optional<ProcessHandle> processListeningOn(int port) {
        return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
    }

    private static String describe(ProcessHandle process) {
        var command = process.info().command().map(path -> Path.of(path).getFileName().toString());
        return "%s (process %d)".formatted(command.orElse("a program"), process.pid());
    }

    private static Optional<ProcessHandle> fromProc(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(table -> inodesOf(table, port))
                .flatMap(inode -> holdersOf("socket:[" + inode + "]"))
                .findFirst();
    }

    private static Stream<String> inodesOf(Path table, int port) {
        String suffix = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTENING))
                    .map(fields -> fields[9]);
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Stream<ProcessHandle> holdersOf(String socket) {
        return ProcessHandle.allProcesses().filter(process -> holds(process, socket));
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException e) {
            // Another user's process: it keeps its descriptors to itself.
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) {
        try {
            var lsof =
                    new ProcessBuilder(
                                    List.of("lsof", "-nP", "-t", "-sTCP:LISTEN", "-iTCP:" + port))
                            .redirectErrorStream(true)
                            .start();
            try (var lines = lsof.inputReader().lines()) {
                return lines.filter(line -> line.matches("\\d+"))
                        .findFirst()
                        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
