package io.jointly.catalog.eventlog;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A mapping as it is used on a XES log: each field's attribute, and where to look for it. */
final class XesMapping {
    private static final String TRACE = "trace:";
    private static final String EVENT = "event:";
    private static final String TRANSITION = "lifecycle:transition";
    private static final String USUAL_TRANSITION = "complete";

    /** Where an attribute is looked for. */
    private enum Scope {
        EVENT,
        TRACE,
        BOTH
    }

    /** Attributes of one element by key. */
    record Levels(
            Map<String, String> event,
            Map<String, String> trace,
            Map<String, String> eventDefaults,
            Map<String, String> traceDefaults) {}

    private record Source(Scope scope, String key) {
        static Source of(String written, String standard, Scope unless) {
            var text = written == null ? standard : written;
            if (text == null || text.isEmpty()) {
                return null;
            }
            if (text.startsWith(TRACE)) {
                return new Source(Scope.TRACE, text.substring(TRACE.length()));
            }
            if (text.startsWith(EVENT)) {
                return new Source(Scope.EVENT, text.substring(EVENT.length()));
            }
            return new Source(unless, text);
        }
    }

    private final Source workItem;
    private final Source occurredAt;
    private final Source activity;
    private final Source eventId;
    private final Source sequence;
    private final Source state;
    private final Source department;
    private final Source team;
    private final Source actor;
    private final Source type;
    private final Source slaMet;
    private final Map<String, Source> attributes = new LinkedHashMap<>();
    private final Set<String> noValue;
    private final Set<String> transitions = new HashSet<>();
    private final Times times;
    private final String endState;
    private final boolean globals;
    private final Set<String> keys = new HashSet<>();

    XesMapping(FieldMapping mapping) {
        // What tells one item or event from another never comes from the wrong level by accident.
        workItem = Source.of(mapping.workItem(), "concept:name", Scope.TRACE);
        occurredAt = Source.of(mapping.occurredAt(), "time:timestamp", Scope.EVENT);
        activity = Source.of(mapping.activity(), "concept:name", Scope.EVENT);
        eventId = Source.of(mapping.eventId(), null, Scope.EVENT);
        sequence = Source.of(mapping.sequence(), null, Scope.EVENT);
        state = Source.of(mapping.state(), null, Scope.BOTH);
        department = Source.of(mapping.department(), null, Scope.BOTH);
        team = Source.of(mapping.team(), "org:group", Scope.BOTH);
        actor = Source.of(mapping.actor(), "org:resource", Scope.BOTH);
        type = Source.of(mapping.type(), null, Scope.BOTH);
        slaMet = Source.of(mapping.slaMet(), null, Scope.BOTH);
        for (var name : mapping.attributes()) {
            var source = Source.of(name, null, Scope.BOTH);
            if (source != null && attributes.putIfAbsent(source.key(), source) != null) {
                attributes.put(name, source); // the same key of the event and of the trace
            }
        }
        noValue = mapping.noValue();
        mapping.lifecycle().forEach(t -> transitions.add(t.toLowerCase(Locale.ROOT)));
        times = mapping.times();
        endState = mapping.endState();
        globals = Boolean.TRUE.equals(mapping.globals());
        Stream.concat(
                        Stream.of(
                                workItem,
                                occurredAt,
                                activity,
                                eventId,
                                sequence,
                                state,
                                department,
                                team,
                                actor,
                                type,
                                slaMet),
                        attributes.values().stream())
                .filter(source -> source != null)
                .forEach(source -> keys.add(source.key()));
        keys.add(TRANSITION);
    }

    /** Attributes that have to be kept while an event is read; others are passed over. */
    boolean wants(String key) {
        return keys.contains(key);
    }

    boolean wantsGlobals() {
        return globals;
    }

    boolean namesItemsByEvent() {
        return workItem.scope() == Scope.EVENT;
    }

    String timeKey() {
        return occurredAt.key();
    }

    /** State that the end of a trace means; null when its last event means no more than others. */
    String endState() {
        return endState;
    }

    boolean takes(Levels levels) {
        return transitions.isEmpty()
                || transitions.contains(
                        levels.event()
                                .getOrDefault(TRANSITION, USUAL_TRANSITION)
                                .toLowerCase(Locale.ROOT));
    }

    String itemOf(Levels levels) {
        return stated(levels, workItem);
    }

    WorkItemEvent event(Levels levels) {
        var extra = new LinkedHashMap<String, String>();
        attributes.forEach(
                (name, source) -> {
                    var value = value(levels, source);
                    if (value != null) {
                        extra.put(name, value);
                    }
                });
        return new WorkItemEvent(
                itemOf(levels),
                stated(levels, eventId),
                time(stated(levels, occurredAt)),
                FieldValues.number("sequence", stated(levels, sequence)),
                value(levels, activity),
                value(levels, state),
                value(levels, department),
                value(levels, team),
                value(levels, actor),
                value(levels, type),
                FieldValues.flag("slaMet", value(levels, slaMet)),
                extra);
    }

    private Instant time(String text) {
        return times.read("occurredAt", text);
    }

    private String value(Levels levels, Source source) {
        var stated = stated(levels, source);
        if (stated != null || source == null || !globals) {
            return stated;
        }
        return first(
                source.scope() == Scope.TRACE ? null : levels.eventDefaults().get(source.key()),
                source.scope() == Scope.EVENT ? null : levels.traceDefaults().get(source.key()));
    }

    /** As the log states it for this very event or trace. */
    private String stated(Levels levels, Source source) {
        if (source == null) {
            return null;
        }
        return first(
                source.scope() == Scope.TRACE ? null : levels.event().get(source.key()),
                source.scope() == Scope.EVENT ? null : levels.trace().get(source.key()));
    }

    private String first(String nearer, String farther) {
        return isValue(nearer) ? nearer : isValue(farther) ? farther : null;
    }

    private boolean isValue(String text) {
        return text != null && !text.isEmpty() && !noValue.contains(text);
    }
}
