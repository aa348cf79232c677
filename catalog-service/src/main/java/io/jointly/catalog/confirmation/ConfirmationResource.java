package io.jointly.catalog.confirmation;

import io.jointly.kit.http.Params;
import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Confirmations of a stream over HTTP. */
@Path("/value-streams/{code}/confirmations")
@Tag(name = "Confirmations")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {
    private final ConfirmationService confirmations;

    ConfirmationResource(ConfirmationService confirmations) {
        this.confirmations = confirmations;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listConfirmations",
            summary = "Which departments stand behind purpose and outcome",
            description =
                    "Every department that owns the stream or has a stage of today in it, by code, with its latest confirmation. To everybody signed in.")
    public Page<ConfirmationView> list(
            @PathParam("code") String code,
            @QueryParam("state")
                    @Parameter(
                            description =
                                    "Only those in this state: missing, confirmed, voided, due; or several, as in:missing,due",
                            example = "confirmed")
                    String state,
            @BeanParam Paging paging) {
        return confirmations.list(
                code, Params.anyOf("state", state, ConfirmationState.class), paging);
    }

    @POST
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmValueStream",
            summary = "Confirm purpose and outcome for the own department",
            description =
                    "By a head of the department, which owns the stream or has a stage of today in it (422 `department-not-in-stream` otherwise). It stands for the stream's `confirmationDays`, or until purpose or outcome change; doing so again begins a new period. If-Match names the stream as it was read.")
    @Extension(name = "x-acts-on-record", value = "true")
    @APIResponseSchema(
            value = ConfirmationView.class,
            responseCode = "200",
            responseDescription = "Confirmed")
    public RestResponse<ConfirmationView> confirm(
            @PathParam("code") String code, @NotNull @Valid Confirm act) {
        return RestResponse.ok(confirmations.confirm(code, act.department()));
    }
}
