package io.jointly.governance.escalation;

import io.jointly.governance.decision.DecisionResource;
import io.jointly.governance.decision.DecisionView;
import io.jointly.kit.http.Params;
import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.link.Link;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Escalations over HTTP. */
@Path("/escalations")
@Tag(
        name = "Escalations",
        description = "Matters that departments solve together first, and that climb only then.")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationResource {
    private static final String REFERENCE = "Reference of the escalation";
    private static final String ACTS = "x-acts-on-record";

    private final EscalationService escalations;

    EscalationResource(EscalationService escalations) {
        this.escalations = escalations;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listEscalations",
            summary = "Escalations, in the order of `sort`",
            description = "To everybody signed in.")
    public Page<EscalationView> list(
            @QueryParam("state")
                    @Parameter(
                            description =
                                    "Only those in this state: peers, climbed, resolved; or several, as in:peers,climbed",
                            example = "peers")
                    String state,
            @QueryParam("department")
                    @Parameter(description = "Only those that name this department", example = "hr")
                    String department,
            @QueryParam("about")
                    @Parameter(
                            description = "Only those about this record",
                            example = "value-stream:it-incidents")
                    String about,
            @QueryParam("sort")
                    @Parameter(
                            description =
                                    "-createdAt: the latest raised first; dueAt: what is open by when its clock runs out, then what is resolved, the latest first. A cursor goes on in the order in which its list began",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"-createdAt", "dueAt"},
                                            defaultValue = "-createdAt"))
                    String sort,
            @BeanParam Paging paging) {
        return escalations.list(
                new EscalationFilter(
                        Params.anyOf("state", state, EscalationState.class),
                        department,
                        link("about", about)),
                Params.oneOf("sort", sort, EscalationSort.class).orElse(EscalationSort.RAISED),
                paging);
    }

    private static String link(String name, String value) {
        try {
            return value == null ? null : Link.parse(value).toString();
        } catch (IllegalArgumentException e) {
            throw StandardProblem.invalidParameter(name, e.getMessage());
        }
    }

    @POST
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "raiseEscalation",
            summary = "Raise an escalation",
            description =
                    "By a head of the raising department. The departments named, two at least and the raising one included, have their own step in working time to solve it together; only then it climbs. Departments and links are checked with the services that own them; a link whose owner does not answer is kept as not verified and checked again later.")
    @APIResponseSchema(
            value = EscalationView.class,
            responseCode = "201",
            responseDescription = "Raised")
    public RestResponse<EscalationView> raise(@NotNull @Valid RaiseEscalation wish) {
        var escalation = escalations.raise(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, escalation)
                .location(URI.create("escalations/" + escalation.ref()))
                .build();
    }

    @GET
    @Path("/{ref}")
    @Authenticated
    @Operation(
            operationId = "getEscalation",
            summary = "One escalation",
            description =
                    "With its clock, what the peers propose, the decisions and objectives that follow from it. To everybody signed in.")
    public EscalationView find(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "ESC-1") String ref) {
        return escalations.find(ref);
    }

    @POST
    @Path("/{ref}/acknowledgements")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acknowledgeEscalation",
            summary = "Take notice for the own department",
            description =
                    "By a head of a department named. Doing so twice changes nothing; the clock runs on.")
    @Extension(name = ACTS, value = "true")
    public RestResponse<EscalationView> acknowledge(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "ESC-1") String ref,
            @NotNull @Valid Acknowledge act) {
        return RestResponse.ok(escalations.acknowledge(ref, act));
    }

    @POST
    @Path("/{ref}/proposals")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposeResolution",
            summary = "Propose a joint resolution",
            description =
                    "By a head of a department named, while the peers have it. The proposer agrees by it; it takes the place of the proposal before and voids its agreements.")
    @Extension(name = ACTS, value = "true")
    public RestResponse<EscalationView> propose(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "ESC-1") String ref,
            @NotNull @Valid ProposeResolution act) {
        return RestResponse.ok(escalations.propose(ref, act));
    }

    @POST
    @Path("/{ref}/agreements")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "agreeToResolution",
            summary = "Agree to the proposal for the own department",
            description =
                    "By a head of a department named, while the peers have it. With the last agreement the escalation is resolved: solved together.")
    @Extension(name = ACTS, value = "true")
    public RestResponse<EscalationView> agree(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "ESC-1") String ref,
            @NotNull @Valid Agree act) {
        return RestResponse.ok(escalations.agree(ref, act));
    }

    @POST
    @Path("/{ref}/decisions")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openDecisionOutOfEscalation",
            summary = "Open a decision out of it",
            description =
                    "By a head of a department named. The decision affects all departments named, at least; one may be open at a time. When it is decided the escalation is resolved: solved together while the peers have it, decided above otherwise. If-Match names the escalation's version.")
    @Extension(name = ACTS, value = "true")
    @APIResponseSchema(
            value = DecisionView.class,
            responseCode = "201",
            responseDescription = "Opened")
    public RestResponse<DecisionView> openDecision(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "ESC-1") String ref,
            @NotNull @Valid DecisionOutOfEscalation wish) {
        return DecisionResource.opened(escalations.openDecision(ref, wish));
    }

    @POST
    @Path("/{ref}/resolution")
    @RolesAllowed(Roles.SPONSOR)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resolveEscalation",
            summary = "Decide it above",
            description = "By an executive sponsor, and only once it has climbed.")
    @Extension(name = ACTS, value = "true")
    public RestResponse<EscalationView> resolve(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "ESC-1") String ref,
            @NotNull @Valid ResolveEscalation act) {
        return RestResponse.ok(escalations.resolve(ref, act));
    }

    @POST
    @Path("/{ref}/hand-back")
    @RolesAllowed(Roles.SPONSOR)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handBackEscalation",
            summary = "Give it back to the peers",
            description =
                    "By an executive sponsor, once it has climbed: the peers get their step again, with a new clock.")
    @Extension(name = ACTS, value = "true")
    public RestResponse<EscalationView> handBack(
            @PathParam("ref") @Parameter(description = REFERENCE, example = "ESC-1") String ref,
            @NotNull @Valid HandBack act) {
        return RestResponse.ok(escalations.handBack(ref, act));
    }
}
