package io.jointly.catalog.painpoint;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Response times to pain points over HTTP. */
@Path("/value-streams/{code}/pain-point-figures")
@Tag(name = "Pain points")
@Produces(MediaType.APPLICATION_JSON)
public class PainPointFiguresResource {
    private final PainPointFigures figures;

    PainPointFiguresResource(PainPointFigures figures) {
        this.figures = figures;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getPainPointFigures",
            summary = "How a stream's owners answer",
            description =
                    "Counts, median times to the first response and to the answer, and shares within the promised time, over the pain points reported in a period. To everybody signed in.")
    public PainPointFiguresView figures(
            @PathParam("code") String code,
            @QueryParam("from")
                    @Parameter(
                            description =
                                    "Reported from this RFC 3339 instant, or date in UTC, on; from the beginning when absent",
                            example = "2026-07-01")
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Reported before this; until now when absent",
                            example = "2026-10-01")
                    String to) {
        return figures.of(code, from, to);
    }
}
