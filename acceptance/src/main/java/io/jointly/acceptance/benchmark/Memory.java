package io.jointly.acceptance.benchmark;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.local.workspace.PartName;
import java.io.IOException;
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
                    residentKilobytes(process)
                            + process.descendants().mapToLong(Memory::residentKilobytes).sum();
            System.out.printf("  %-10s %5d MB%n", part.label(), kilobytes / 1024);
        }
    }

    private static long residentKilobytes(ProcessHandle process) {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            // It ended meanwhile, or this is no Linux.
            return 0;
        }
    }
}
