package io.jointly.catalog.painpoint;

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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The pain-point inbox over HTTP. */
@Path("/pain-points")
@Tag(name = "Pain points")
@Produces(MediaType.APPLICATION_JSON)
public class PainPointResource {
    private static final String ACTS = "x-acts-on-record";

    private final PainPointService painPoints;

    PainPointResource(PainPointService painPoints) {
        this.painPoints = painPoints;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listPainPoints",
            summary = "Pain points, the latest first",
            description = "To everybody signed in.")
    public Page<PainPointView> list(
            @QueryParam("stream")
                    @Parameter(
                            description = "Code of the value stream",
                            example = "employee-onboarding")
                    String stream,
            @QueryParam("state")
                    @Parameter(
                            description =
                                    "Only those in this state: open, acknowledged, answered, improvement; or several, as in:open,acknowledged",
                            example = "open")
                    String state,
            @QueryParam("stage")
                    @Parameter(
                            description = "Key of the stage where it hurts",
                            example = "grant-access")
                    String stage,
            @QueryParam("journeyStep")
                    @Parameter(
                            description = "Key of the journey step where it hurts",
                            example = "first-day")
                    String journeyStep,
            @QueryParam("department")
                    @Parameter(description = "Department that reports it", example = "sales")
                    String department,
            @QueryParam("overdue")
                    @Parameter(
                            description =
                                    "Whether only those that wait for longer than was promised",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String overdue,
            @BeanParam Paging paging) {
        return painPoints.list(
                new PainPointFilter(
                        stream,
                        Params.anyOf("state", state, PainPointState.class),
                        stage,
                        journeyStep,
                        department,
                        Params.flag("overdue", overdue)),
                paging);
    }

    @POST
    @Authenticated
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportPainPoint",
            summary = "Report a pain point",
            description =
                    "By anybody signed in, for a department that they belong to or for none. The owners' promised times count from now.")
    @APIResponseSchema(
            value = PainPointView.class,
            responseCode = "201",
            responseDescription = "Reported")
    public RestResponse<PainPointView> report(@NotNull @Valid ReportPainPoint wish, UriInfo uri) {
        var painPoint = painPoints.report(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, painPoint)
                .location(uri.getRequestUriBuilder().path(painPoint.ref()).build())
                .build();
    }

    @GET
    @Path("/{ref}")
    @Authenticated
    @Operation(
            operationId = "getPainPoint",
            summary = "One pain point",
            description = "With its answer and the times that these took. To everybody signed in.")
    public PainPointView find(@PathParam("ref") @Parameter(example = "PAIN-1") String ref) {
        return painPoints.find(ref);
    }

    @POST
    @Path("/{ref}/acknowledgement")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acknowledgePainPoint",
            summary = "Take notice of a pain point",
            description =
                    "By a head of a department that owns the stream (422 `department-not-in-stream` otherwise), as long as it is open (409 `pain-point-moved-on` otherwise). It is the first response.")
    @Extension(name = ACTS, value = "true")
    @APIResponseSchema(
            value = PainPointView.class,
            responseCode = "200",
            responseDescription = "Acknowledged")
    public RestResponse<PainPointView> acknowledge(
            @PathParam("ref") @Parameter(example = "PAIN-1") String ref,
            @NotNull @Valid AcknowledgePainPoint act) {
        return RestResponse.ok(painPoints.acknowledge(ref, act));
    }

    @POST
    @Path("/{ref}/answer")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerPainPoint",
            summary = "Answer a pain point",
            description =
                    "By a head of a department that owns the stream (422 `department-not-in-stream` otherwise), once (409 `pain-point-moved-on` otherwise). It is the first response too where nobody acknowledged before.")
    @Extension(name = ACTS, value = "true")
    @APIResponseSchema(
            value = PainPointView.class,
            responseCode = "200",
            responseDescription = "Answered")
    public RestResponse<PainPointView> answer(
            @PathParam("ref") @Parameter(example = "PAIN-1") String ref,
            @NotNull @Valid AnswerPainPoint act) {
        return RestResponse.ok(painPoints.answer(ref, act));
    }

    @POST
    @Path("/{ref}/improvement")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "improvePainPoint",
            summary = "Turn a pain point into an improvement",
            description =
                    "By a head of a department that owns the stream, once it is answered (409 `pain-point-not-answered` otherwise). Doing so again replaces title, owner, date and link.")
    @Extension(name = ACTS, value = "true")
    @APIResponseSchema(
            value = PainPointView.class,
            responseCode = "200",
            responseDescription = "Turned into an improvement")
    public RestResponse<PainPointView> improve(
            @PathParam("ref") @Parameter(example = "PAIN-1") String ref,
            @NotNull @Valid ImprovePainPoint act) {
        return RestResponse.ok(painPoints.improve(ref, act));
    }
}
