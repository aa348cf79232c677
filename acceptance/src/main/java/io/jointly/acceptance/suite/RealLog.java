package io.jointly.acceptance.suite;

import io.jointly.local.importing.EventImport;
import io.jointly.local.importing.EventLog;
import io.jointly.local.process.Progress;
import io.jointly.local.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The incident log of a real organisation, which lies beside the repository, not in it. */
public final class RealLog {
    public static final int EVENTS = 141_712;

    private static final String NAME = "uci498-incident-log";

    private RealLog() {}

    /** Where it is on this machine, if it is. */
    public static Optional<Path> file() {
        var named = System.getenv("JOINTLY_REAL_DATA");
        var folder =
                named == null ? Workspace.findRoot().resolve("../shared/data") : Path.of(named);
        return Optional.of(folder.resolve(NAME).resolve("incident_event_log.zip").normalize())
                .filter(Files::exists);
    }

    public static Path mapping() {
        return Workspace.findRoot().resolve("local/mappings/it-incidents.json");
    }

    /** Imports it by the client of {@code ./jointly import}. */
    public static EventImport.Outcome importInto(RunningSuite suite, String stream) {
        try (var log = EventLog.open(file().orElseThrow())) {
            return new EventImport(suite.url(), suite.token("integrator"))
                    .send(stream, NAME, mapping(), log, Progress.silent());
        }
    }
}
