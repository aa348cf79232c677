package io.jointly.okr.cycle;

import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Cycles over HTTP. */
@Path("/cycles")
@Tag(name = "Cycles")
@Produces(MediaType.APPLICATION_JSON)
public class CycleResource {
    private final CycleService cycles;

    CycleResource(CycleService cycles) {
        this.cycles = cycles;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listCycles",
            summary = "All cycles, by code",
            description = "To everybody signed in. With `on`, those that run on that day.")
    public Page<CycleView> list(
            @QueryParam("on")
                    @Parameter(
                            description = "Only cycles that run on this day",
                            example = "2026-11-21",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String on,
            @BeanParam Paging paging) {
        return cycles.list(day(on), paging);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addCycle",
            summary = "Add a cycle",
            description = "By an administrator: cycles are reference data, the same for everybody.")
    @APIResponseSchema(value = CycleView.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<CycleView> add(@NotNull @Valid NewCycle wish) {
        var cycle = cycles.add(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, cycle)
                .location(URI.create("cycles/" + cycle.code()))
                .build();
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Operation(
            operationId = "getCycle",
            summary = "One cycle",
            description = "To everybody signed in.")
    public CycleView find(@PathParam("code") String code) {
        return cycles.find(code);
    }

    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw StandardProblem.invalidParameter("on", "is not a date such as 2026-11-21");
        }
    }
}
