package io.jointly.catalog.flow;

import io.jointly.kit.http.Params;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How many rows of a ranking are wanted. */
public class Rows {
    @QueryParam("limit")
    @Parameter(
            description = "How many at most, 1 to 10000",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "10000",
                            defaultValue = "200"))
    String limit;

    int most() {
        return Params.number("limit", limit, 1, 10_000, 200);
    }
}
