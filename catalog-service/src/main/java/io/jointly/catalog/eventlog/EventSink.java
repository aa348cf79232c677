package io.jointly.catalog.eventlog;

import java.util.Collection;

/**
 * Where a reader puts what it reads, line by line; a line is counted from 1, and of XES it is an
 * event.
 */
public interface EventSink {
    /** Takes an event that is good in itself. */
    void accept(long line, WorkItemEvent event);

    /** Hears why a line cannot be taken; the reader goes on with the next. */
    void reject(long line, Rejection reason);

    /** What there is to map: the columns, or the keys of attributes as far as they were seen. */
    default void columns(Collection<String> names) {}
}
