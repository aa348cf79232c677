package io.jointly.catalog.flow;

import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Over which period something is looked at. */
public class PeriodAsked {
    @QueryParam("from")
    @Parameter(
            description =
                    "Only work items whose last event is at or after this instant or date (UTC); whole days answer fastest",
            example = "2026-01-01")
    String from;

    @QueryParam("to")
    @Parameter(
            description =
                    "Only work items whose last event is before this instant or date (UTC); whole days answer fastest",
            example = "2026-04-01")
    String to;

    Asked askedAt(Level level) {
        var start = Params.instant("from", from);
        var end = Params.instant("to", to);
        if (start != null && end != null && !end.isAfter(start)) {
            throw StandardProblem.invalidParameter("to", "is not after from");
        }
        return new Asked(level, start, end, null, null, null, null);
    }
}
