package io.jointly.catalog.eventlog;

import java.util.Comparator;

/**
 * Holds back the event that comes last in the journey of a trace, as far as it has been read, so
 * that the end of the trace can say what state it leaves its work item in.
 */
final class LastOfTrace {
    /** The order of journeys; of equal ones the later of the log comes later. */
    private static final Comparator<WorkItemEvent> JOURNEY =
            Comparator.comparing(
                            WorkItemEvent::sequence,
                            Comparator.nullsLast(Comparator.<Long>naturalOrder()))
                    .thenComparing(WorkItemEvent::occurredAt);

    private final EventSink sink;
    private final String endState;
    private WorkItemEvent held;
    private long line;

    LastOfTrace(EventSink sink, String endState) {
        this.sink = sink;
        this.endState = endState;
    }

    void accept(long lineOfEvent, WorkItemEvent event) {
        if (held == null || JOURNEY.compare(event, held) >= 0) {
            release(held);
            held = event;
            line = lineOfEvent;
        } else {
            sink.accept(lineOfEvent, event);
        }
    }

    void end() {
        release(held == null ? null : held.in(endState));
        held = null;
    }

    private void release(WorkItemEvent event) {
        if (event != null) {
            sink.accept(line, event);
        }
    }
}
