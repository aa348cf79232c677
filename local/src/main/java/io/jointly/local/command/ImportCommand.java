package io.jointly.local.command;

import io.jointly.local.identity.Tokens;
import io.jointly.local.importing.EventImport;
import io.jointly.local.importing.EventLog;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends an event log to a value stream. */
@Command(
        name = "import",
        description =
                "Imports an event log (zip, gz or plain; CSV, NDJSON or XES) into a value stream.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Option(
            names = "--stream",
            required = true,
            paramLabel = "S",
            description = "code of the value stream")
    private String stream;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "which column, or attribute of XES, means what (JSON); for CSV this, or a --source that keeps its mapping")
    private Path mapping;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "system the log comes from; the same one again makes duplicates recognisable (default: the mapping's name)")
    private String source;

    @Parameters(paramLabel = "LOG", description = "the event log")
    private Path log;

    @Mixin private DataOption data = new DataOption();

    @Override
    public Integer call() {
        if (mapping != null && !Files.isRegularFile(mapping)) {
            throw new LocalProblem("There is no mapping file %s.".formatted(mapping));
        }
        try (var events = EventLog.open(log)) {
            if (mapping == null && source == null && events.format() == EventLog.Format.CSV) {
                throw new LocalProblem(
                        "%s is CSV and needs --mapping FILE (see local/mappings for an example) or --source NAME of a source that keeps its mapping."
                                .formatted(log));
            }
            if (mapping != null && events.format() == EventLog.Format.NDJSON) {
                throw new LocalProblem(
                        "%s is NDJSON, whose lines name their fields themselves; leave --mapping out."
                                .formatted(log));
            }
            return send(events);
        }
    }

    private int send(EventLog events) {
        var state = data.running();
        var realm = Addresses.url(state.host(), state.ports().identity()) + "/realms/jointly";
        var token =
                new Tokens(realm, new Secrets(data.workspace().secrets())).of(Tokens.INTEGRATOR);
        var outcome =
                new EventImport(state.url(), token)
                        .send(stream, sourceName(), mapping, events, Console.standard());
        var out = outcome.accepted() ? System.out : System.err;
        outcome.lines().forEach(out::println);
        return outcome.accepted() ? 0 : 1;
    }

    private String sourceName() {
        if (source != null) {
            return source;
        }
        return mapping == null
                ? "import"
                : mapping.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
