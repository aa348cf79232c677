package io.jointly.catalog.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What holds for events of every format: none lies in the future, and a mapping has to give at
 * least one of them.
 */
final class SaneEvents implements EventSink {
    /** A source's clock may be ahead a little, or its zone be wrong by half a day. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int REASONS = 20;
    private static final int SHOWN = 3;

    private final EventSink sink;
    private final Instant latest;
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private List<String> columns = List.of();
    private long accepted;
    private long rejected;

    SaneEvents(EventSink sink, Clock clock) {
        this.sink = sink;
        this.latest = clock.instant().plus(AHEAD);
    }

    @Override
    public void accept(long line, WorkItemEvent event) {
        if (event.occurredAt().isAfter(latest)) {
            reject(line, new Rejection("occurredAt", "lies more than a day in the future"));
            return;
        }
        accepted++;
        sink.accept(line, event);
    }

    @Override
    public void reject(long line, Rejection reason) {
        rejected++;
        var text = worded(reason);
        if (reasons.containsKey(text) || reasons.size() < REASONS) {
            reasons.merge(text, 1L, Long::sum);
        }
        sink.reject(line, reason);
    }

    @Override
    public void columns(Collection<String> names) {
        columns = List.copyOf(names);
    }

    /** Refuses a body of which every event had to be left out. */
    void requireSome(String whatThereIs) {
        if (accepted > 0 || rejected == 0) {
            return;
        }
        var why =
                reasons.entrySet().stream()
                        .sorted(Comparator.comparing(e -> -e.getValue()))
                        .limit(SHOWN)
                        .map(e -> "%d × %s".formatted(e.getValue(), e.getKey()))
                        .collect(Collectors.joining("; "));
        throw new BodyProblem.NothingMatched(
                rejected,
                why,
                columns.isEmpty()
                        ? "no " + whatThereIs
                        : "the %s %s".formatted(whatThereIs, String.join(", ", columns)));
    }

    /** Without the place that reasons of XES end with, so that equal ones are counted together. */
    private static String worded(Rejection reason) {
        var text = reason.getMessage().replaceFirst(" \\((trace|outside) .*\\)$", "");
        return reason.field() == null ? text : reason.field() + " " + text;
    }
}
