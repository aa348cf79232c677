package io.jointly.catalog.flow;

import java.util.Collection;

/** Where a reader puts what it reads, line by line. */
interface EventSink {
    void accept(long line, WorkItemEvent event);

    void reject(long line, Rejection reason);

    /** What there is to map: the columns, or the keys of attributes as far as they were seen. */
    default void columns(Collection<String> names) {}
}
