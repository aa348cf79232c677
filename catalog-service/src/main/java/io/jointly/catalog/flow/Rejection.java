package io.jointly.catalog.flow;

/** Why a line of an import is left out; the others go on. */
class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    Rejection(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
