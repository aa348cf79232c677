package io.jointly.okr.neighbour;

/** What is known of a reference to somebody else's record. */
public enum Verdict {
    /** Its owner knows it. */
    VERIFIED,
    /** Its owner did not answer; to be asked again. */
    UNVERIFIED,
    /** Its owner says that there is no such thing. */
    MISSING
}
