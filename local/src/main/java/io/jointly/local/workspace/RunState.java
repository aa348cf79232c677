package io.jointly.local.workspace;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the running launcher tells other commands about itself; only to be believed while the lock
 * is held.
 */
public record RunState(long pid, int port, String host, boolean ready, Set<PartName> parts) {
    private static final String FILE = "suite.properties";

    public void write(Workspace workspace) {
        var values = new Properties();
        values.setProperty("pid", Long.toString(pid));
        values.setProperty("port", Integer.toString(port));
        values.setProperty("host", host);
        values.setProperty("ready", Boolean.toString(ready));
        values.setProperty(
                "parts", parts.stream().map(PartName::label).collect(Collectors.joining(",")));
        var text = new StringWriter();
        try {
            values.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException("A string writer does not fail", e);
        }
        OwnerOnly.write(workspace.run().resolve(FILE), text.toString());
    }

    /** The state that the last launcher left, whether or not it still lives. */
    public static Optional<RunState> read(Workspace workspace) {
        var file = workspace.run().resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return Optional.of(
                    new RunState(
                            Long.parseLong(values.getProperty("pid")),
                            Integer.parseInt(values.getProperty("port")),
                            values.getProperty("host"),
                            Boolean.parseBoolean(values.getProperty("ready")),
                            Stream.of(values.getProperty("parts", "").split(","))
                                    .filter(label -> !label.isBlank())
                                    .map(PartName::of)
                                    .collect(Collectors.toCollection(TreeSet::new))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The state of a suite that runs now, proved by the lock. */
    public static Optional<RunState> ofRunning(Workspace workspace) {
        if (!Files.isDirectory(workspace.run())) {
            return Optional.empty();
        }
        var lock = SuiteLock.tryTake(workspace);
        if (lock.isPresent()) {
            lock.get().close();
            return Optional.empty();
        }
        return read(workspace);
    }

    /** The address for a person's browser. */
    public String url() {
        return Addresses.url(host, port);
    }

    public Ports ports() {
        return new Ports(port);
    }

    public RunState nowReady() {
        return new RunState(pid, port, host, true, parts);
    }
}
