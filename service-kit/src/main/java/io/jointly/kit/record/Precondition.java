package io.jointly.kit.record;

import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;

/** The {@code If-Match} of the current request (RFC 9110, section 13.1.1). */
@RequestScoped
public class Precondition {
    private final HttpHeaders headers;

    Precondition(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Refuses the change unless the caller names the version that the record has now. */
    public void matches(Aggregate record) {
        matches(record.version());
    }

    /** The same for a record of which only the view is at hand. */
    public void matches(Tagged view) {
        matches(view.version());
    }

    private void matches(long version) {
        var wanted = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (wanted == null || wanted.isBlank()) {
            throw StandardProblem.preconditionRequired();
        }
        var current = '"' + Long.toString(version) + '"';
        var met =
                wanted.trim().equals("*")
                        || Arrays.stream(wanted.split(","))
                                .map(String::trim)
                                .anyMatch(current::equals);
        if (!met) {
            throw StandardProblem.stale("version " + version);
        }
    }
}
