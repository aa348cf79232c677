package io.jointly.okr.neighbour;

/** In whose name we ask: with the caller's token, or with our own where nobody calls. */
public enum Asker {
    CALLER,
    SERVICE
}
