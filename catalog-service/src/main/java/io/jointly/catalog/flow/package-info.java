/**
 * The flow of work through a value stream: events streamed in, journeys, handoffs and what they add
 * up to.
 *
 * <p>In: {@link io.jointly.catalog.flow.EventResource}, which streams a body through a reader into
 * {@code StagedEvents}, from where {@code FlowMerge} takes it over. Out: {@link
 * io.jointly.catalog.flow.FlowResource} over {@code FlowFigures}.
 */
package io.jointly.catalog.flow;
