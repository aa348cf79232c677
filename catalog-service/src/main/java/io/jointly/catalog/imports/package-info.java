/**
 * Events into a value stream: the sources that they come from, the imports of their bodies, and
 * taking an import back.
 *
 * <p>{@link io.jointly.catalog.imports.EventResource} streams a body through a reader into {@code
 * StagedEvents}, from where {@code FlowMerge} takes it over and has the journeys worked out.
 */
package io.jointly.catalog.imports;
