package io.jointly.acceptance.suite;

import io.jointly.local.Options;
import io.jointly.local.Suite;
import io.jointly.local.database.Databases;
import io.jointly.local.identity.Tokens;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.RunState;
import io.jointly.local.workspace.Secrets;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The suite that is looked at: one of our own in a temporary folder, or, when JOINTLY_DATA names a
 * data folder, the one that runs there already.
 */
public final class RunningSuite implements AutoCloseable {
    private final Suite own;
    private final Workspace workspace;
    private final Ports ports;
    private final String host;
    private final Secrets secrets;
    private final Tokens tokens;

    private RunningSuite(Suite own, Workspace workspace, Ports ports, String host) {
        this.own = own;
        this.workspace = workspace;
        this.ports = ports;
        this.host = host;
        this.secrets = new Secrets(workspace.secrets());
        this.tokens = new Tokens(realmUrl(), secrets);
    }

    /** Finds the suite that is to be used, or starts one with the sample organisation in it. */
    public static RunningSuite obtain() {
        var data = System.getenv("JOINTLY_DATA");
        return data == null ? start(true) : attach(Path.of(data));
    }

    /** A suite of our own, which closing stops and removes. */
    public static RunningSuite start(boolean sample) {
        var options = Options.temporary().withSample(sample);
        var suite = Suite.prepare(options);
        // A test run that is broken off must not leave a folder of a hundred megabytes behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(suite)));
        try {
            suite.start();
        } catch (RuntimeException e) {
            remove(suite);
            throw e;
        }
        return new RunningSuite(suite, suite.workspace(), suite.ports(), Addresses.LOOPBACK);
    }

    private static RunningSuite attach(Path data) {
        var workspace = Workspace.of(Workspace.findRoot(), data);
        var state =
                RunState.read(workspace)
                        .orElseThrow(
                                () -> new IllegalStateException("No suite runs on " + data + "."));
        return new RunningSuite(null, workspace, state.ports(), state.host());
    }

    private static synchronized void remove(Suite suite) {
        suite.close();
        keepLogs(suite.workspace());
        suite.workspace().deleteData();
    }

    /** Whoever finds out why a test failed wants to read what the services said. */
    private static void keepLogs(Workspace workspace) {
        if (!Files.isDirectory(workspace.logs())) {
            return;
        }
        var kept = workspace.root().resolve("acceptance/target/logs");
        try (var logs = Files.list(workspace.logs())) {
            Files.createDirectories(kept);
            for (var log : logs.toList()) {
                Files.copy(
                        log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The logs cannot be kept in " + kept, e);
        }
    }

    public String url() {
        return Addresses.url(host, ports.gateway());
    }

    public String realmUrl() {
        return Addresses.url(host, ports.identity()) + "/realms/jointly";
    }

    /** A service's own address, past the gateway. */
    public String direct(PartName part) {
        var port =
                switch (part) {
                    case CATALOG -> ports.catalog();
                    case OKR -> ports.okr();
                    case GOVERNANCE -> ports.governance();
                    default -> throw new IllegalArgumentException(part + " is no service");
                };
        return "http://127.0.0.1:" + port;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Databases databases() {
        return new Databases(ports.database(), secrets);
    }

    public String token(String user) {
        return tokens.of(user);
    }

    /** A client of the gateway. */
    public Api api() {
        return new Api(url(), this::token);
    }

    /** A client of one service, past the gateway. */
    public Api api(PartName part) {
        return new Api(direct(part), this::token);
    }

    /** The suite as far as parts of it may be killed: only one that we started ourselves. */
    public Optional<Suite> own() {
        return Optional.ofNullable(own);
    }

    @Override
    public void close() {
        if (own != null) {
            remove(own);
        }
    }
}
