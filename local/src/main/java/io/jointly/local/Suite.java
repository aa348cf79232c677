package io.jointly.local;

import io.jointly.local.database.Databases;
import io.jointly.local.identity.KeycloakServer;
import io.jointly.local.identity.Tokens;
import io.jointly.local.process.Leftovers;
import io.jointly.local.process.Supervisor;
import io.jointly.local.sample.ApiClient;
import io.jointly.local.sample.SampleSet;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.DiskSpace;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.PortCheck;
import io.jointly.local.workspace.Ports;
import io.jointly.local.workspace.RunState;
import io.jointly.local.workspace.Secrets;
import io.jointly.local.workspace.SuiteLock;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The running suite. Closing it stops every part; if this JVM dies first, the parts stop by
 * themselves.
 */
public final class Suite implements AutoCloseable {
    private static final long PROGRAMS_MEGABYTES = 800;
    private static final long DATA_MEGABYTES = 200;

    private final Options options;
    private final SuiteLock lock;
    private final Secrets secrets;
    private final Supervisor supervisor;
    private final Tokens tokens;
    private volatile boolean open = true;

    private Suite(Options options, SuiteLock lock) {
        this.options = options;
        this.lock = lock;
        this.secrets = new Secrets(options.workspace().secrets());
        this.supervisor = new Supervisor(Parts.of(options), options.progress());
        this.tokens = new Tokens(realmUrl(), secrets);
    }

    /** Takes the data folder, checks what can be checked beforehand, and starts everything. */
    public static Suite start(Options options) {
        var suite = prepare(options);
        suite.start();
        return suite;
    }

    /**
     * Like {@link #start(Options)}, without starting anything yet, so that the caller can see to
     * stopping it first.
     */
    public static Suite prepare(Options options) {
        var workspace = options.workspace();
        checkHost(options.host());
        requireSpace(workspace);
        workspace.prepare();
        var lock = SuiteLock.takePatiently(workspace).orElseThrow(() -> runsAlready(workspace));
        try {
            Leftovers.clear(workspace, options.progress());
            PortCheck.requireFree(options.host(), options.ports());
            return new Suite(options, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void requireSpace(Workspace workspace) {
        if (!KeycloakServer.isUnpacked(workspace)) {
            DiskSpace.require(workspace.distributions(), PROGRAMS_MEGABYTES);
        }
        DiskSpace.require(workspace.data(), DATA_MEGABYTES);
    }

    private static LocalProblem runsAlready(Workspace workspace) {
        var state = RunState.read(workspace);
        return new LocalProblem(
                "Jointly already runs on %s%s; stop it with ./jointly down."
                        .formatted(
                                workspace.data(),
                                state.map(s -> " (process %d, %s)".formatted(s.pid(), s.url()))
                                        .orElse("")));
    }

    private static void checkHost(String host) {
        try {
            var address = InetAddress.getByName(host);
            if (!address.isAnyLocalAddress()
                    && NetworkInterface.getByInetAddress(address) == null) {
                throw new LocalProblem(
                        "This machine has no address %s to listen on.".formatted(host));
            }
        } catch (IOException e) {
            throw new LocalProblem("There is no host '%s'.".formatted(host), e);
        }
    }

    /** Starts every part and, on the first start, loads the sample set. */
    public void start() {
        var state =
                new RunState(
                        ProcessHandle.current().pid(),
                        options.ports().base(),
                        options.host(),
                        false,
                        options.parts());
        try {
            state.write(options.workspace());
            supervisor.start();
            loadSample();
            state.nowReady().write(options.workspace());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void loadSample() {
        var marker = options.workspace().sampleMarker();
        if (!options.sample()
                || Files.exists(marker)
                || !options.parts().containsAll(EnumSet.allOf(PartName.class))) {
            return;
        }
        if (SampleSet.load(new ApiClient(url(), this::token), options.progress())) {
            try {
                Files.createFile(marker);
            } catch (IOException e) {
                throw new LocalProblem("The marker %s cannot be written.".formatted(marker), e);
            }
        }
    }

    /** The address of portal and API. */
    public String url() {
        return Addresses.url(options.host(), options.ports().gateway());
    }

    /** The realm's address, which is the issuer of its tokens. */
    public String realmUrl() {
        return Addresses.url(options.host(), options.ports().identity()) + "/realms/jointly";
    }

    public Ports ports() {
        return options.ports();
    }

    public Workspace workspace() {
        return options.workspace();
    }

    /** An access token of a demo user, of {@code integrator}, or of a service's account. */
    public String token(String user) {
        return tokens.of(user);
    }

    /** The secret of one of the realm's clients: gateway, integrator, okr or governance. */
    public String clientSecret(String client) {
        return secrets.of("client." + client);
    }

    /** JDBC addresses and logins, for tests that look behind the API. */
    public Databases databases() {
        return new Databases(options.ports().database(), secrets);
    }

    /** The JDBC address of a service's database: catalog, okr or governance. */
    public String databaseUrl(String database) {
        return databases().url(database);
    }

    /** Kills a part as the kernel would. */
    public void kill(PartName part) {
        supervisor.kill(part);
    }

    /** Asks a part to end and waits until it has. */
    public void terminate(PartName part) {
        supervisor.terminate(part);
    }

    /** Starts a part again, stopping it first if need be, and returns when it is ready. */
    public void restart(PartName part) {
        supervisor.restart(part);
    }

    public long pid(PartName part) {
        return supervisor.pid(part);
    }

    public boolean isAlive(PartName part) {
        return supervisor.isAlive(part);
    }

    public Set<PartName> parts() {
        return options.parts();
    }

    /**
     * Blocks until a part dies that nobody stopped, and says so; empty when the suite was closed
     * instead.
     */
    public Optional<LocalProblem> awaitDeath() {
        return supervisor.awaitDeath();
    }

    public boolean isOpen() {
        return open;
    }

    @Override
    public synchronized void close() {
        if (open) {
            supervisor.close();
            lock.close();
            open = false;
        }
    }
}
