package io.jointly.acceptance.benchmark;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.local.workspace.PartName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory each process holds, as Linux counts it. */
final class Memory {
    private Memory() {}

    static void print(RunningSuite suite) {
        System.out.println("resident memory after all that:");
        var own = suite.own().orElseThrow();
        for (var part : PartName.values()) {
            var process = ProcessHandle.of(own.pid(part)).orElseThrow();
            var kilobytes =
                    kilobytes(process) + process.descendants().mapToLong(Memory::kilobytes).sum();
            System.out.printf("  %-10s %5d MB%n", part.label(), kilobytes / 1024);
        }
    }

    /** Memory that several processes share is divided among them, as PostgreSQL's is. */
    private static long kilobytes(ProcessHandle process) {
        var usage = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (var lines = Files.lines(usage)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // It ended meanwhile, or this is no Linux.
            return 0;
        }
    }
}
