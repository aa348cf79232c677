package io.jointly.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Sources of events over HTTP. */
@Path("/value-streams/{code}/sources")
@Tag(name = "Flow")
@Produces(MediaType.APPLICATION_JSON)
public class SourceResource {
    private static final String EXAMPLE =
            "{\"format\":\"csv\",\"mapping\":{\"workItem\":\"number\",\"occurredAt\":\"sys_updated_at\",\"activity\":\"incident_state\",\"team\":\"assignment_group\",\"timeFormat\":\"d/M/uuuu HH:mm\",\"timeZone\":\"Europe/Amsterdam\"},\"note\":\"Nightly export\"}";

    private final SourceService sources;

    SourceResource(SourceService sources) {
        this.sources = sources;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listEventSources",
            summary = "Where the stream's events come from",
            description =
                    "Every source that was described or has sent events, by name, with what has come from it; closed ones too.")
    public Page<SourceView> list(@PathParam("code") String code, @BeanParam Paging paging) {
        return sources.list(code, paging);
    }

    @GET
    @Path("/{name}")
    @Authenticated
    @Operation(
            operationId = "getEventSource",
            summary = "One source of events",
            description = "How its bodies are read, whether it may send, what has come from it.")
    public SourceView find(@PathParam("code") String code, @PathParam("name") String name) {
        return sources.find(code, name);
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "describeEventSource",
            summary = "Say how a source is read",
            description =
                    "Keeps format and mapping, so that imports from it need no `mapping` parameter. By a head of a department that owns the stream, or an integrator with flow:write. A source that is not there yet is made, and then `If-Match` does not matter; a closed one is open again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SourceDescription.class),
                            example = EXAMPLE))
    @APIResponseSchema(value = SourceView.class, responseDescription = "Kept")
    public RestResponse<SourceView> put(
            @PathParam("code") String code,
            @PathParam("name") String name,
            @NotNull @Valid SourceDescription wish) {
        var kept = sources.put(code, name, wish);
        return RestResponse.status(
                kept.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, kept.view());
    }

    @PATCH
    @Path("/{name}")
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeEventSource",
            summary = "Change how a source is read",
            description =
                    "A JSON Merge Patch (RFC 7396), by a head of a department that owns the stream or an integrator with flow:write. What was imported stays as it is. A closed source is refused (409 `source-closed`); PUT opens it again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SourceDescription.class)))
    public SourceView change(
            @PathParam("code") String code,
            @PathParam("name") String name,
            @NotNull JsonNode patch) {
        return sources.change(code, name, patch);
    }

    @POST
    @Path("/{name}/pauses")
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Idempotent
    @Extension(name = "x-acts-on-record", value = "true")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "pauseEventSource",
            summary = "Take nothing from a source for a while",
            description =
                    "Imports from it are refused (409, `source-paused`, with who paused it and when) until it is resumed; one under way is finished. By a head of a department that owns the stream, or an integrator with flow:write.")
    @APIResponse(responseCode = "200", description = "Paused")
    public RestResponse<SourceView> pause(
            @PathParam("code") String code,
            @PathParam("name") String name,
            @NotNull @Valid PauseSource wish) {
        return RestResponse.ok(sources.pause(code, name, wish));
    }

    @POST
    @Path("/{name}/resumptions")
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Idempotent
    @Extension(name = "x-acts-on-record", value = "true")
    @Operation(
            operationId = "resumeEventSource",
            summary = "Take events from a paused source again",
            description =
                    "By a head of a department that owns the stream, or an integrator with flow:write.")
    @APIResponse(responseCode = "200", description = "Resumed")
    public RestResponse<SourceView> resume(
            @PathParam("code") String code, @PathParam("name") String name) {
        return RestResponse.ok(sources.resume(code, name));
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Operation(
            operationId = "closeEventSource",
            summary = "Close a source for good",
            description =
                    "Nothing is taken from it any more. Its events, imports and description stay, and it is still listed. By a head of a department that owns the stream, or an integrator with flow:write.")
    @APIResponse(responseCode = "204", description = "Closed")
    public void close(@PathParam("code") String code, @PathParam("name") String name) {
        sources.close(code, name);
    }
}
