package io.jointly.okr.neighbour;

/** A neighbour did not answer, or not in a way that says anything about the question. */
class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(Throwable cause) {
        super(cause);
    }
}
