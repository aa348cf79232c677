package io.jointly.catalog.eventlog;

/** Why a line of an import is left out; the others go on. */
public class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    Rejection(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    /** The field at fault, as an event names it; null when the whole line is. */
    public String field() {
        return field;
    }
}
