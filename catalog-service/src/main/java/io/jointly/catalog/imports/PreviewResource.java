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
    private static final String NDJSON = "application/x-ndjson";
    private static final String XES = "application/xes+xml";

    private final EventReaders readers;
    private final SourceService sources;
    private final EventPreview preview;

    PreviewResource(EventReaders readers, SourceService sources, EventPreview preview) {
        this.readers = readers;
        this.sources = sources;
        this.preview = preview;
    }

    @POST
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Bulk
    @Blocking
    @Consumes({NDJSON, PageAsCsv.CSV, XES})
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
                        mediaType = NDJSON,
                        schema = @Schema(implementation = WorkItemEvent.class),
                        example =
                                "{\"workItem\":\"INC0000045\",\"occurredAt\":\"2016-02-29T01:23:00Z\",\"activity\":\"New\",\"team\":\"Group 56\"}"),
                @Content(
                        mediaType = PageAsCsv.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "number,updated_at,state\nINC0000045,2016-02-29T01:23:00Z,New"),
                @Content(
                        mediaType = XES,
                        schema = @Schema(type = SchemaType.STRING),
                        example = EventResource.XES_EXAMPLE)
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
                            example =
                                    "{\"workItem\":\"number\",\"occurredAt\":\"updated_at\",\"activity\":\"state\"}")
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
        return preview.look(contentType, encoding, used, Params.flag("partial", partial), body);
    }
}
