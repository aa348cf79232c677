package io.jointly.catalog.flow;

import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which work items are looked at, and at which level: the parameters of every flow figure. */
public class Question {
    @QueryParam("level")
    @Parameter(
            description = "Carriers of work: team, department, or stage of the stream's map",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"team", "department", "stage"},
                            defaultValue = "team"))
    String level;

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

    @QueryParam("type")
    @Parameter(description = "Only work items of this type")
    String type;

    @QueryParam("team")
    @Parameter(description = "Only work items that this team carried at some time")
    String team;

    @QueryParam("department")
    @Parameter(description = "Only work items that this department carried at some time")
    String department;

    @QueryParam("stage")
    @Parameter(description = "Only work items that went through this stage")
    String stage;

    public Asked asked() {
        var start = Params.instant("from", from);
        var end = Params.instant("to", to);
        if (start != null && end != null && !end.isAfter(start)) {
            throw StandardProblem.invalidParameter("to", "is not after from");
        }
        return new Asked(
                Params.oneOf("level", level, Level.class).orElse(Level.TEAM),
                start,
                end,
                type,
                team,
                department,
                stage);
    }
}
