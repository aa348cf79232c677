package io.jointly.catalog.flow;

/**
 * Figures that can say of themselves that a change of the stream's rules or states, or an import
 * that is taken back, is still being worked out. {@link Recalculation#told} is the one place that
 * makes them say so, so that no answer forgets it.
 */
interface Figures<T> {
    /** What {@code recalculating} means, for the API description of each answer. */
    String RECALCULATING =
            "True while figures are still those from before a change of the stream's states or rules, which is being worked out";

    T whileRecalculating();
}
