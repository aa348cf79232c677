package io.jointly.kit.problem;

/** What sort of refusal it is; decides the HTTP status. */
public enum Kind {
    INVALID(400, "The request is not valid"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    CONFLICT(409, "Conflict with the current state"),
    STALE(412, "Changed in the meantime"),
    TOO_LARGE(413, "Too large"),
    RULE_VIOLATED(422, "A rule says no"),
    PRECONDITION_REQUIRED(428, "Precondition required"),
    UNAVAILABLE(503, "Not available right now");

    private final int status;
    private final String title;

    Kind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** Short and the same for every refusal of the kind, as RFC 9457 asks. */
    public String title() {
        return title;
    }
}
