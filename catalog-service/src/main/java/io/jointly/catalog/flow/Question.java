package io.jointly.catalog.flow;

import io.jointly.kit.http.Params;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which work items are looked at, and at which level: the parameters of every flow figure. */
public class Question extends WorkAsked {
    @QueryParam("level")
    @Parameter(
            description = "Carriers of work: team, department, or stage of the stream's map",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"team", "department", "stage"},
                            defaultValue = "team"))
    String level;

    public Asked asked() {
        return askedAt(Params.oneOf("level", level, Level.class).orElse(Level.TEAM));
    }
}
