package io.jointly.governance.decision;

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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Decisions over HTTP. */
@Path("/decisions")
@Tag(name = "Decisions", description = "Matters decided by all departments that they affect.")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private static final String REFERENCE = "Reference of the decision";

    private final DecisionService decisions;

    DecisionResource(DecisionService decisions) {
        this.decisions = decisions;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listDecisions",
            summary = "Decisions, the latest first",
            description = "To everybody signed in.")
    public Page<DecisionView> list(
            @QueryParam("state")
                    @Parameter(
                            description =
                                    "Only those in this state: open, decided, not-decided; or several, as in:open,decided",
                            example = "open")
                    String state,
            @QueryParam("department")
                    @Parameter(
                            description = "Only those that affect this department",
                            example = "hr")
                    String department,
            @BeanParam Paging paging) {
        return decisions.list(
                Params.anyOf("state", state, DecisionState.class), department, paging);
    }

    @POST
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openDecision",
            summary = "Open a decision",
            description =
                    "By a head of one of the departments that it affects, which drives it. Departments and links are checked with the services that own them; a link whose owner does not answer is kept as not verified and checked again later.")
    @APIResponseSchema(
            value = DecisionView.class,
            responseCode = "201",
            responseDescription = "Opened")
    public RestResponse<DecisionView> open(@NotNull @Valid OpenDecision wish) {
        return opened(decisions.open(wish));
    }

    /** The answer to whoever opened a decision, here or out of something else. */
    public static RestResponse<DecisionView> opened(DecisionView decision) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, decision)
                .location(URI.create("decisions/" + decision.ref()))
                .build();
    }

    @GET
    @Path("/{ref}")
    @Authenticated
    @Operation(
            operationId = "getDecision",
            summary = "One decision",
            description =
                    "With its votes, its outcome, the objectives that follow from it and what their measures say since. To everybody signed in.")
    public DecisionView find(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "DEC-1") String ref) {
        return decisions.find(ref);
    }

    @POST
    @Path("/{ref}/votes")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "castVote",
            summary = "Vote for the own department",
            description =
                    "By a head of an affected department; nobody votes for another one. May be changed until the closing date. An objection must say which harm is to be expected. A vote on a decision out of an escalation acknowledges that escalation for the department.")
    @Extension(name = "x-acts-on-record", value = "true")
    public RestResponse<DecisionView> vote(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "DEC-1") String ref,
            @NotNull @Valid CastVote vote) {
        return RestResponse.ok(decisions.vote(ref, vote));
    }

    @POST
    @Path("/{ref}/outcome")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordOutcome",
            summary = "Record what is decided",
            description =
                    "By a head of the driving department. Refused with 409 (`not-all-took-part`) while the vote of an affected department is missing, and with 422 unless the votes carry the option: with consent every affected department agreed to this very option or abstained, one at least agreed and no objection stands (`no-consent-to-option`, `nobody-agrees`, `objection-stands`); with majority the threshold is exceeded (`no-majority`). Resolves the escalation that the decision was opened out of. Without an option the matter is closed undecided.")
    @Extension(name = "x-acts-on-record", value = "true")
    public RestResponse<DecisionView> end(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "DEC-1") String ref,
            @NotNull @Valid RecordOutcome outcome) {
        return RestResponse.ok(decisions.end(ref, outcome));
    }
}
