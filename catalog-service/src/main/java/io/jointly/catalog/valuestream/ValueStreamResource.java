package io.jointly.catalog.valuestream;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.http.Params;
import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.record.MergePatch;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Value streams over HTTP. */
@Path("/value-streams")
@Tag(name = "Value streams")
@Produces(MediaType.APPLICATION_JSON)
public class ValueStreamResource {
    private final ValueStreamService streams;

    ValueStreamResource(ValueStreamService streams) {
        this.streams = streams;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listValueStreams",
            summary = "All value streams, by code",
            description = "Every value stream of the organisation, to everybody signed in.")
    public Page<ValueStreamView> list(
            @QueryParam("q") @Parameter(description = "Part of the name or code") String part,
            @QueryParam("department")
                    @Parameter(
                            description = "Code of a department that owns it or has a stage in it")
                    String department,
            @BeanParam Paging paging) {
        return streams.list(part, department, paging);
    }

    @POST
    @RolesAllowed({Roles.HEAD, "catalog:write"})
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addValueStream",
            summary = "Add a value stream",
            description =
                    "By a head of one of its owner departments, or an integrator with the scope catalog:write.")
    @APIResponseSchema(
            value = ValueStreamView.class,
            responseCode = "201",
            responseDescription = "Added")
    public RestResponse<ValueStreamView> add(@NotNull @Valid NewValueStream wish, UriInfo uri) {
        var stream = streams.add(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, stream)
                .location(uri.getRequestUriBuilder().path(stream.code()).build())
                .build();
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Operation(
            operationId = "getValueStream",
            summary = "One value stream",
            description = "To everybody signed in.")
    public ValueStreamView find(@PathParam("code") String code) {
        return streams.find(code);
    }

    @GET
    @Path("/{code}/gaps")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listGaps",
            summary = "What lies between today and the future state",
            description =
                    "For each stage of today what the future state makes of it, in order, then the stages that are added; each measure with its difference (future less current), the sums with theirs, and what is to be done about it. Empty as long as no future state is drawn. To everybody signed in.")
    public GapsView gaps(
            @PathParam("code") String code,
            @QueryParam("kind")
                    @Parameter(
                            description =
                                    "Only gaps of this kind: changed, unchanged, dropped, added; or several, as in:changed,dropped",
                            example = "in:changed,dropped,added")
                    String kind,
            @BeanParam Paging paging) {
        return streams.gaps(code, Params.anyOf("kind", kind, GapKind.class), paging);
    }

    @PATCH
    @Path("/{code}")
    @RolesAllowed({Roles.HEAD, "catalog:write"})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeValueStream",
            summary = "Change a value stream",
            description =
                    "A JSON Merge Patch (RFC 7396), by a head of one of the owner departments or an integrator with catalog:write. A department leaves the owners by its own head alone, or by that integrator. Classing states anew works the stream's figures out again; another purpose or outcome voids what departments confirmed.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ValueStreamDescription.class)))
    public ValueStreamView change(@PathParam("code") String code, @NotNull JsonNode patch) {
        return streams.change(code, patch);
    }
}
