package io.jointly.catalog.imports;

import io.jointly.catalog.eventlog.EventFormat;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Where events of a stream come from, and how they are read. */
@Entity
class FlowSource extends Aggregate {
    private long valueStreamId;
    private String name;

    @Enumerated(EnumType.STRING)
    private EventFormat format;

    /** JSON; null when nothing is mapped. */
    private String mapping;

    private String note;
    private Instant pausedAt;
    private String pausedBy;
    private String pauseReason;
    private Instant closedAt;
    private String closedBy;

    // What has come from it: imports and their reversals count, nothing else writes it.
    @Column(insertable = false, updatable = false)
    private long imports;

    @Column(insertable = false, updatable = false)
    private long accepted;

    @Column(insertable = false, updatable = false)
    private long duplicate;

    @Column(insertable = false, updatable = false)
    private long rejected;

    @Column(insertable = false, updatable = false)
    private Long lastImport;

    @Column(insertable = false, updatable = false)
    private Instant lastImportAt;

    protected FlowSource() {}

    FlowSource(long valueStreamId, String name) {
        this.valueStreamId = valueStreamId;
        this.name = name;
    }

    String name() {
        return name;
    }

    EventFormat format() {
        return format;
    }

    String mapping() {
        return mapping;
    }

    String note() {
        return note;
    }

    /** A closed source that is described anew is open again. */
    void describe(EventFormat format, String mapping, String note) {
        this.format = format;
        this.mapping = mapping;
        this.note = note;
        closedAt = null;
        closedBy = null;
        touch();
    }

    void pause(String by, String reason, Instant at) {
        requireOpen();
        pausedAt = at;
        pausedBy = by;
        pauseReason = reason;
        touch();
    }

    void resume() {
        requireNotClosed();
        if (pausedAt == null) {
            throw new SourceProblem.NotPaused(name);
        }
        pausedAt = null;
        pausedBy = null;
        pauseReason = null;
        touch();
    }

    void close(String by, Instant at) {
        if (closedAt == null) {
            closedAt = at;
            closedBy = by;
            touch();
        }
    }

    /** Refuses events while it is paused or closed. */
    void requireOpen() {
        requireNotClosed();
        if (pausedAt != null) {
            throw new SourceProblem.Paused(name, pausedBy, pausedAt, pauseReason);
        }
    }

    void requireNotClosed() {
        if (closedAt != null) {
            throw new SourceProblem.Closed(name, closedBy, closedAt);
        }
    }

    SourceView.Totals totals() {
        return new SourceView.Totals(
                imports,
                accepted,
                duplicate,
                rejected,
                lastImport == null ? null : reference("IMP", lastImport),
                lastImportAt);
    }

    SourceView.Stop pause() {
        return pausedAt == null ? null : new SourceView.Stop(pausedAt, pausedBy, pauseReason);
    }

    SourceView.Stop closure() {
        return closedAt == null ? null : new SourceView.Stop(closedAt, closedBy, null);
    }
}
