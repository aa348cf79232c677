package io.jointly.catalog.flow;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which work items are looked at. */
public class WorkAsked extends PeriodAsked {
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

    @Override
    Asked askedAt(Level level) {
        var period = super.askedAt(level);
        return new Asked(level, period.from(), period.to(), type, team, department, stage);
    }
}
