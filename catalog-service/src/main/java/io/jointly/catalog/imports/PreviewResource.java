package io.jointly.catalog.imports;

import io.jointly.catalog.eventlog.EventPreview;
import io.jointly.catalog.eventlog.EventReaders;
import io.jointly.catalog.eventlog.PreviewView;
import io.jointly.catalog.eventlog.WorkItemEvent;
import io.jointly.kit.http.Bulk;
import io.jointly.kit.http.Params;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.PageAsCsv;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A look at a file before it is imported, over HTTP. */
@Path("/value-streams/{code}/events/preview")
@Tag(name = "Flow")
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {

    private final EventReaders readers;
    private final SourceService sources;
    private final EventPreview preview;
    private final PreviewGate gate;

    PreviewResource(
            EventReaders readers, SourceService sources, EventPreview preview, PreviewGate gate) {
        this.readers = readers;
        this.sources = sources;
        this.preview = preview;
        this.gate = gate;
    }

    @POST
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Bulk
    @Blocking
    @Consumes({EventBodies.NDJSON, PageAsCsv.CSV, EventBodies.XES})
    @Operation(
            operationId = "previewEvents",
            summary = "See what an import would take",
            description =
                    "Reads the first thousand events of a body of 2 MiB at most, as an import would, and says what there is to map, what would be taken and what left out. Nothing is stored. With `partial=true` the body may be the beginning of a file, cut anywhere, packed or not. Without a mapping the one of the source is tried, or one guessed from names and values.",
            extensions = @Extension(name = "x-bulk", value = "true"))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = EventBodies.NDJSON,
                        schema = @Schema(implementation = WorkItemEvent.class),
                        example = EventBodies.NDJSON_EXAMPLE),
                @Content(
                        mediaType = PageAsCsv.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = EventBodies.CSV_EXAMPLE),
                @Content(
                        mediaType = EventBodies.XES,
                        schema = @Schema(type = SchemaType.STRING),
                        example = EventBodies.XES_EXAMPLE)
            })
    public PreviewView preview(
            @PathParam("code") String code,
            @QueryParam("source")
                    @Parameter(
                            description = "Source whose mapping is tried when the request has none",
                            example = "servicenow")
                    String source,
            @QueryParam("mapping")
                    @Parameter(
                            description =
                                    "Mapping to try, as a JSON object (schema FieldMapping); not for NDJSON",
                            example = EventBodies.MAPPING_EXAMPLE)
                    String mapping,
            @QueryParam("partial")
                    @Parameter(
                            description = "Whether the body is only the beginning of a file",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String partial,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Parameter(description = "`gzip` or absent")
                    String encoding,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @Parameter(hidden = true) InputStream body) {
        var format = readers.format(contentType);
        var given = readers.mapping(format, mapping);
        sources.requireMayImport(code);
        var used =
                given != null || source == null
                        ? given
                        : sources.mapping(code, SourceService.name(source), format);
        var more = Params.flag("partial", partial);
        return gate.pass(
                () -> preview.look(contentType, encoding, used, more, new SteadyBody(body)));
    }
}
