package io.jointly.governance.decision;

/**
 * A department voted on a decision that was opened out of an escalation; told within the
 * transaction of the vote.
 *
 * @param department the one that voted
 * @param by who voted for it
 */
public record DecisionVoted(String escalation, String department, String by) {}
