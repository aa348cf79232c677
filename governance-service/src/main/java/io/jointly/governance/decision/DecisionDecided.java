package io.jointly.governance.decision;

/**
 * A decision was taken; told within its transaction, so that what follows from it happens with it.
 *
 * @param escalation the escalation that it was opened out of
 * @param text the outcome in words
 * @param by who recorded it
 */
public record DecisionDecided(String decision, String escalation, String text, String by) {}
