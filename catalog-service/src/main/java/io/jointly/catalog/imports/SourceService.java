package io.jointly.catalog.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.catalog.eventlog.BodyProblem;
import io.jointly.catalog.eventlog.EventFormat;
import io.jointly.catalog.eventlog.FieldMapping;
import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.link.Link;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.MergePatch;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What can be done with the sources of a stream's events. */
@ApplicationScoped
@Transactional
class SourceService {
    static final String USUAL = "default";

    /** What can stand in an address as it is, or percent-encoded without doubt. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@:+-]{0,59}");

    private final ValueStreams streams;
    private final MaySend maySend;
    private final Sources sources;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final ObjectMapper json;
    private final Caller caller;

    SourceService(
            ValueStreams streams,
            MaySend maySend,
            Sources sources,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            ObjectMapper json,
            Caller caller) {
        this.streams = streams;
        this.maySend = maySend;
        this.sources = sources;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.json = json;
        this.caller = caller;
    }

    /** What came about, and whether it is new. */
    record Kept(SourceView view, boolean isNew) {}

    /** The name of a source as a request gives it. */
    static String name(String given) {
        if (given == null) {
            return USUAL;
        }
        if (!NAME.matcher(given).matches()) {
            throw StandardProblem.invalidParameter(
                    "source",
                    "has 1 to 60 characters, which are letters, digits, blanks and . _ - @ : + and begin with a letter or digit");
        }
        return given;
    }

    Page<SourceView> list(String code, Paging paging) {
        var stream = streams.idOf(code);
        return paging.page(
                (key, most) -> sources.after(stream, key, most),
                FlowSource::name,
                source -> view(code, source),
                () -> sources.count(stream));
    }

    SourceView find(String code, String name) {
        return view(code, sources.require(streams.idOf(code), name));
    }

    Kept put(String code, String name, SourceDescription wish) {
        var stream = owned(code);
        name(name);
        requireFitting(wish);
        var known = sources.named(stream, name);
        known.ifPresent(precondition::matches);
        var before = known.map(source -> view(code, source)).orElse(null);
        var source = known.orElseGet(() -> new FlowSource(stream, name));
        source.describe(wish.format(), written(wish.mapping()), wish.note());
        sources.persistAndFlush(source);
        return new Kept(recorded(code, source, "described", before), known.isEmpty());
    }

    SourceView change(String code, String name, JsonNode patch) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        source.requireNotClosed();
        var before = view(code, source);
        var wish =
                mergePatch.apply(
                        patch,
                        new SourceDescription(
                                source.format(), read(source.mapping()), source.note()),
                        SourceDescription.class);
        requireFitting(wish);
        source.describe(wish.format(), written(wish.mapping()), wish.note());
        sources.flush();
        return recorded(code, source, "described", before);
    }

    SourceView pause(String code, String name, PauseSource wish) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        var before = view(code, source);
        source.pause(caller.id(), wish == null ? null : wish.reason(), now());
        sources.flush();
        return recorded(code, source, "paused", before);
    }

    SourceView resume(String code, String name) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        var before = view(code, source);
        source.resume();
        sources.flush();
        return recorded(code, source, "resumed", before);
    }

    void close(String code, String name) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        var before = view(code, source);
        source.close(caller.id(), now());
        sources.flush();
        recorded(code, source, "closed", before);
    }

    /** Refuses whoever may not send events into the stream, and a source that is stopped. */
    void admit(String code, String name) {
        sources.named(owned(code), name).ifPresent(FlowSource::requireOpen);
    }

    /** Refuses whoever may not send events into the stream. */
    void requireMayImport(String code) {
        owned(code);
    }

    /** The mapping that a source keeps for bodies of that format; null when it keeps none. */
    FieldMapping mapping(String code, String name, EventFormat format) {
        return sources.named(streams.idOf(code), name)
                .filter(source -> source.format() == format)
                .map(source -> read(source.mapping()))
                .orElse(null);
    }

    private long owned(String code) {
        return maySend.into(code).id();
    }

    private static void requireFitting(SourceDescription wish) {
        if (!wish.format().isMapped() && wish.mapping() != null) {
            throw StandardProblem.invalid(
                    "/mapping", "is for CSV and XES; NDJSON has the fields' own names");
        }
        try {
            wish.format().checked(wish.mapping());
        } catch (BodyProblem.Mapping e) {
            throw StandardProblem.invalid(
                    e.errors().stream()
                            .map(
                                    error ->
                                            FieldError.at(
                                                    "/mapping"
                                                            + (error.pointer() == null
                                                                    ? ""
                                                                    : error.pointer()),
                                                    error.detail()))
                            .toList());
        }
    }

    private SourceView recorded(
            String code, FlowSource source, String happening, SourceView before) {
        var view = view(code, source);
        journal.record("flow-source." + happening, new Link("value-stream", code), before, view);
        return view;
    }

    private SourceView view(String code, FlowSource source) {
        var state =
                source.closure() != null ? "closed" : source.pause() != null ? "paused" : "open";
        return new SourceView(
                code,
                source.name(),
                state,
                source.format(),
                read(source.mapping()),
                source.note(),
                source.pause(),
                source.closure(),
                source.totals(),
                source.version(),
                source.createdAt(),
                source.updatedAt());
    }

    private FieldMapping read(String mapping) {
        return mapping == null ? null : FieldMapping.parse(json, mapping);
    }

    private String written(FieldMapping mapping) {
        try {
            return mapping == null ? null : json.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
