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
import java.util.List;
import java.util.Map;
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
    private final Sources sources;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final ObjectMapper json;
    private final Caller caller;

    SourceService(
            ValueStreams streams,
            Sources sources,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            ObjectMapper json,
            Caller caller) {
        this.streams = streams;
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
                (key, most) -> views(code, stream, sources.after(stream, key, most)),
                SourceView::name,
                view -> view,
                () -> sources.count(stream));
    }

    SourceView find(String code, String name) {
        var stream = streams.idOf(code);
        return view(code, stream, sources.require(stream, name));
    }

    Kept put(String code, String name, SourceDescription wish) {
        var stream = owned(code);
        name(name);
        requireFitting(wish);
        var known = sources.named(stream, name);
        known.ifPresent(precondition::matches);
        var before = known.map(source -> view(code, stream, source)).orElse(null);
        var source = known.orElseGet(() -> new FlowSource(stream, name));
        source.describe(wish.format(), written(wish.mapping()), wish.note());
        sources.persistAndFlush(source);
        return new Kept(recorded(code, stream, source, "described", before), known.isEmpty());
    }

    SourceView change(String code, String name, JsonNode patch) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        var before = view(code, stream, source);
        var wish =
                mergePatch.apply(
                        patch,
                        new SourceDescription(
                                source.format(), read(source.mapping()), source.note()),
                        SourceDescription.class);
        requireFitting(wish);
        source.describe(wish.format(), written(wish.mapping()), wish.note());
        sources.flush();
        return recorded(code, stream, source, "described", before);
    }

    SourceView pause(String code, String name, PauseSource wish) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        var before = view(code, stream, source);
        source.pause(caller.id(), wish == null ? null : wish.reason(), now());
        sources.flush();
        return recorded(code, stream, source, "paused", before);
    }

    SourceView resume(String code, String name) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        var before = view(code, stream, source);
        source.resume();
        sources.flush();
        return recorded(code, stream, source, "resumed", before);
    }

    void close(String code, String name) {
        var stream = owned(code);
        var source = sources.require(stream, name);
        precondition.matches(source);
        var before = view(code, stream, source);
        source.close(caller.id(), now());
        sources.flush();
        recorded(code, stream, source, "closed", before);
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
        var stream = streams.identify(code);
        if (!caller.is("flow:write")) {
            caller.requireHeadOfAny(stream.owners());
        }
        return stream.id();
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
            String code, long stream, FlowSource source, String happening, SourceView before) {
        var view = view(code, stream, source);
        journal.record("flow-source." + happening, new Link("value-stream", code), before, view);
        return view;
    }

    private SourceView view(String code, long stream, FlowSource source) {
        return views(code, stream, List.of(source)).get(0);
    }

    private List<SourceView> views(String code, long stream, List<FlowSource> found) {
        var totals = sources.totals(stream, found.stream().map(FlowSource::name).toList());
        return found.stream().map(source -> view(code, source, totals)).toList();
    }

    private SourceView view(String code, FlowSource source, Map<String, SourceView.Totals> totals) {
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
                totals.getOrDefault(source.name(), SourceView.Totals.NONE),
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
