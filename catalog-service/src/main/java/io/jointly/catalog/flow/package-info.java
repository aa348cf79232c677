/**
 * The flow of work through a value stream: journeys, handoffs and what they add up to.
 *
 * <p>In: {@link io.jointly.catalog.flow.Journeys}, which works out the work items whose events have
 * changed and has {@code Summaries} follow. Out: {@link io.jointly.catalog.flow.FlowResource} over
 * {@code FlowFigures}.
 */
package io.jointly.catalog.flow;
