package io.jointly.local.database;

import io.jointly.local.process.GuardedProcess;
import io.jointly.local.process.LogFile;
import io.jointly.local.process.Part;
import io.jointly.local.process.Pause;
import io.jointly.local.process.Privileges;
import io.jointly.local.process.Progress;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Secrets;
import io.jointly.local.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL as a part of the suite. */
public final class PostgresServer implements Part {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 20;

    private final Workspace workspace;
    private final int port;
    private final Databases databases;
    private final Secrets secrets;

    public PostgresServer(Workspace workspace, int port, Secrets secrets) {
        this.workspace = workspace;
        this.port = port;
        this.secrets = secrets;
        this.databases = new Databases(port, secrets);
    }

    @Override
    public PartName name() {
        return PartName.DATABASE;
    }

    @Override
    public Set<PartName> needs() {
        return Set.of();
    }

    @Override
    public Path log() {
        return workspace.log(name());
    }

    @Override
    public GuardedProcess launch(Progress.Task task) {
        task.detail("unpacking PostgreSQL");
        var binaries = PostgresBinaries.of(workspace);
        var cluster = new Cluster(workspace.cluster());
        task.detail("preparing its data folder");
        cluster.create(binaries, secrets.of("database." + Cluster.SUPERUSER));
        cluster.clearStaleMark();
        task.detail("waiting for it to accept connections");
        return startPatiently(binaries);
    }

    /**
     * After a kill the old backends may live for a moment yet, and PostgreSQL rightly refuses to
     * start beside them.
     */
    private GuardedProcess startPatiently(PostgresBinaries binaries) {
        for (int attempt = 1; ; attempt++) {
            var process = start(binaries);
            while (process.isAlive()) {
                if (databases.accept()) {
                    return process;
                }
                Pause.millis(50);
            }
            boolean oldOnesLive =
                    new LogFile(log())
                            .tail(10).stream()
                                    .anyMatch(
                                            line ->
                                                    line.contains("shared memory block")
                                                            || line.contains(
                                                                    "Is another postmaster"));
            if (!oldOnesLive || attempt == ATTEMPTS) {
                return process;
            }
            Pause.millis(500);
        }
    }

    private GuardedProcess start(PostgresBinaries binaries) {
        var server =
                List.of(
                        binaries.postgres(),
                        "-D",
                        workspace.cluster().toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=" + Addresses.LOOPBACK);
        return GuardedProcess.start(
                new GuardedProcess.Spec(
                        // Inside the namespace, because entering one clears the wish to die with
                        // the parent.
                        Privileges.withoutRoot(Privileges.dyingWithParent("INT", server)),
                        Map.of("LC_ALL", "C"),
                        log(),
                        workspace.pidFile(name()),
                        GuardedProcess.Signal.INT,
                        GRACE));
    }

    @Override
    public boolean isReady() {
        return databases.accept();
    }

    @Override
    public void afterReady() {
        databases.create();
    }
}
