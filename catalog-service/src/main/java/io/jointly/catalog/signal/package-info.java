/**
 * Signals: what in the catalog and in the flow of work points to value streams that do not emerge
 * or handoffs that do not work, each with its evidence.
 */
package io.jointly.catalog.signal;
