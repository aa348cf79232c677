package io.jointly.governance.link;

/** What the owner of a record says about it. */
public enum Existence {
    EXISTS,
    MISSING,
    /** The owner does not answer just now. */
    UNKNOWN
}
