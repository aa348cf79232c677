/**
 * Event logs as other systems write them, CSV, NDJSON and XES: read event by event, with a mapping
 * for what is called differently there, and looked at before they are imported. Knows nothing of
 * streams and keeps nothing.
 *
 * <p>In: {@link io.jointly.catalog.eventlog.EventReaders}, which chooses the reader of a body, and
 * {@link io.jointly.catalog.eventlog.EventPreview}. Out: a {@link
 * io.jointly.catalog.eventlog.WorkItemEvent} at a time, into an {@link
 * io.jointly.catalog.eventlog.EventSink}.
 */
package io.jointly.catalog.eventlog;
