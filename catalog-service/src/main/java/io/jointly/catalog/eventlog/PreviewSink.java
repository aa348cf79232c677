package io.jointly.catalog.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the first events of a body and keeps none. */
final class PreviewSink implements EventSink {
    private static final int MOST = 1_000;
    private static final int SAMPLES = 20;
    private static final int REJECTIONS = 100;

    /** Enough was seen. */
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    final List<WorkItemEvent> samples = new ArrayList<>();
    final List<RejectedLine> rejections = new ArrayList<>();
    private final Set<String> items = new HashSet<>();
    private Instant from;
    private Instant to;
    private long accepted;
    private long rejected;

    @Override
    public void accept(long line, WorkItemEvent event) {
        count();
        accepted++;
        items.add(event.workItem());
        from = from == null || event.occurredAt().isBefore(from) ? event.occurredAt() : from;
        to = to == null || event.occurredAt().isAfter(to) ? event.occurredAt() : to;
        if (samples.size() < SAMPLES) {
            samples.add(event);
        }
    }

    @Override
    public void reject(long line, Rejection reason) {
        count();
        rejected++;
        if (rejections.size() < REJECTIONS) {
            rejections.add(new RejectedLine(line, reason.field(), reason.getMessage()));
        }
    }

    private void count() {
        if (accepted + rejected >= MOST) {
            throw new Enough();
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    long workItems() {
        return items.size();
    }

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }
}
