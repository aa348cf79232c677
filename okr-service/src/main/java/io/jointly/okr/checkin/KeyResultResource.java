package io.jointly.okr.checkin;

import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.jointly.okr.keyresult.CheckInView;
import io.jointly.okr.keyresult.KeyResultView;
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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Key results and their check-ins over HTTP. */
@Path("/key-results/{ref}")
@Tag(name = "Key results")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResultResource {
    private final CheckInService checkIns;

    KeyResultResource(CheckInService checkIns) {
        this.checkIns = checkIns;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getKeyResult",
            summary = "One key result",
            description = "To everybody signed in, with its last check-in and progress.")
    public KeyResultView find(@PathParam("ref") @Parameter(example = "KR-1") String reference) {
        return checkIns.find(reference);
    }

    @GET
    @Path("/check-ins")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listCheckIns",
            summary = "The history of a key result, the latest first",
            description = "Every check-in that ever was; none can be changed or taken back.")
    public Page<CheckInView> history(
            @PathParam("ref") @Parameter(example = "KR-1") String reference,
            @BeanParam Paging paging) {
        return checkIns.history(reference, paging);
    }

    @POST
    @Path("/check-ins")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Extension(name = "x-acts-on-record", value = "true")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkIn",
            summary = "Check in",
            description =
                    "By a head of any owner of the objective, once all owners have accepted it (409, `objective-not-agreed`, before) and until it is closed. Of a bound key result only confidence and comment can be told: its value comes from the measure, which checks itself in.")
    @APIResponse(responseCode = "200", description = "Checked in")
    public RestResponse<KeyResultView> checkIn(
            @PathParam("ref") @Parameter(example = "KR-1") String reference,
            @NotNull @Valid NewCheckIn wish) {
        return RestResponse.ok(checkIns.checkIn(reference, wish));
    }
}
