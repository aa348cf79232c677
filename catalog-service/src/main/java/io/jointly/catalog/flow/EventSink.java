package io.jointly.catalog.flow;

/** Where a reader puts what it reads, line by line. */
interface EventSink {
    void accept(long line, WorkItemEvent event);

    void reject(long line, Rejection reason);
}
