package io.jointly.catalog.flow;

import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which work items are looked at, and at which level: the parameters of every flow figure. */
public class Question {
    @QueryParam("level")
    @Parameter(
            description = "Carriers of work: team or department",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"team", "department"},
                            defaultValue = "team"))
    String level;

    @QueryParam("from")
    @Parameter(
            description =
                    "Only work items whose last event is at or after this instant or date (UTC)",
            example = "2026-01-01")
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Only work items whose last event is before this instant or date (UTC)",
            example = "2026-04-01")
    String to;

    @QueryParam("type")
    @Parameter(description = "Only work items of this type")
    String type;

    /** The parameters, understood. */
    public record Asked(Level level, Instant from, Instant to, String type) {}

    public Asked asked() {
        var start = Params.instant("from", from);
        var end = Params.instant("to", to);
        if (start != null && end != null && !end.isAfter(start)) {
            throw StandardProblem.invalidParameter("to", "is not after from");
        }
        return new Asked(
                Params.oneOf("level", level, Level.class).orElse(Level.TEAM), start, end, type);
    }
}
