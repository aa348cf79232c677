package io.jointly.local.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How much memory a process really takes. */
final class Memory {
    private Memory() {}

    static Optional<Long> residentMegabytes(ProcessHandle process) {
        try {
            var ps =
                    new ProcessBuilder(
                                    List.of("ps", "-o", "rss=", "-p", Long.toString(process.pid())))
                            .start();
            try (var lines = ps.inputReader().lines()) {
                return lines.map(String::strip)
                        .filter(line -> line.matches("\\d+"))
                        .map(kilobytes -> Long.parseLong(kilobytes) / 1024)
                        .findFirst();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
