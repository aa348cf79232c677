package io.jointly.local.command;

import io.jointly.local.Options;
import io.jointly.local.Suite;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.Workspace;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite and stays with it until it is stopped. */
@Command(
        name = "up",
        description = "Starts everything and stays until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private enum Sample {
        DEMO,
        NONE
    }

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "port of portal and API; six more follow it (default: ${DEFAULT-VALUE})")
    private int port = Ports.DEFAULT_BASE;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "address to listen on for browsers (default: ${DEFAULT-VALUE})")
    private String host = Addresses.LOOPBACK;

    @Option(names = "--detach", description = "return when all is ready and leave it running")
    private boolean detach;

    /** What {@link DetachedStart} starts: the launcher that stays, without a terminal. */
    @Option(names = "--in-background", hidden = true)
    private boolean inBackground;

    @Option(
            names = "--sample",
            paramLabel = "SET",
            description = "sample set for the first start: demo or none (default: demo)")
    private Sample sample = Sample.DEMO;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "only these parts: database, identity, catalog, okr, governance, gateway")
    private List<String> only = List.of();

    @Mixin private DataOption data = new DataOption();

    private final Console console = Console.standard();
    private volatile boolean interrupted;

    @Override
    public Integer call() {
        var options = options();
        if (detach) {
            return new DetachedStart(options).run();
        }
        long begun = System.nanoTime();
        var suite = Suite.prepare(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite), "jointly-stop"));
        try {
            suite.start();
            Greeting.print(suite, Duration.ofNanos(System.nanoTime() - begun), inBackground);
            return suite.awaitDeath().map(death -> giveUp(suite, death)).orElse(0);
        } catch (RuntimeException e) {
            // After Ctrl-C whatever fails does so because everything is being stopped.
            if (interrupted) {
                return 1;
            }
            throw e;
        }
    }

    private Options options() {
        return Options.of(Workspace.findRoot(), data.folder())
                .withPorts(new Ports(port))
                .withHost(host)
                .withParts(parts())
                .withSample(sample == Sample.DEMO)
                .withProgress(console);
    }

    private Set<PartName> parts() {
        return only.isEmpty()
                ? EnumSet.allOf(PartName.class)
                : only.stream()
                        .map(PartName::of)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PartName.class)));
    }

    private static int giveUp(Suite suite, LocalProblem death) {
        System.err.println(death.getMessage());
        System.err.println("Stopping the rest; the data stay.");
        suite.close();
        return 1;
    }

    private void stop(Suite suite) {
        interrupted = true;
        if (suite.isOpen()) {
            System.out.println("\nStopping Jointly; its data stay.");
            var task = console.begin("Stopping");
            suite.close();
            task.done("Jointly is stopped");
        }
    }
}
