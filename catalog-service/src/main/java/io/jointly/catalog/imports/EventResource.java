package io.jointly.catalog.imports;

import io.jointly.catalog.eventlog.EventReaders;
import io.jointly.catalog.eventlog.WorkItemEvent;
import io.jointly.kit.http.Bulk;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** Events in, over HTTP, streamed. */
@Path("/value-streams/{code}")
@Tag(name = "Flow")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
    private final EventImport events;
    private final ImportService imports;
    private final EventReaders readers;
    private final SourceService sources;

    EventResource(
            EventImport events,
            ImportService imports,
            EventReaders readers,
            SourceService sources) {
        this.events = events;
        this.imports = imports;
        this.readers = readers;
        this.sources = sources;
    }

    @POST
    @Path("/events")
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Bulk
    @Blocking
    @Consumes({EventBodies.NDJSON, PageAsCsv.CSV, EventBodies.XES})
    @Operation(
            operationId = "importEvents",
            summary = "Import events of work items",
            description =
                    """
                    Streams newline-delimited JSON, CSV or XES (IEEE 1849-2016), also gzipped, of any size; a line, or a tag of XES, has 1 MiB at most. By an integrator with the scope flow:write, or a head of a department that owns the stream.

                    CSV needs a mapping, here or kept with its source; XES has standard keys, and a mapping names others. An event more than a day in the future is left out. A mapping by which no event at all could be taken is refused.

                    All good lines are taken over in one transaction, bad ones are counted and the first hundred shown; a body that breaks off changes nothing. \
                    An event is identified within its work item by its `eventId` and the source or, without one, by its whole content and its ordinal among identical events of the request: sending a file again changes nothing.
                    """,
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
    public ImportResult importEvents(
            @PathParam("code") String code,
            @QueryParam("source")
                    @Parameter(
                            description =
                                    "Name of the system that the events come from; `default` without one",
                            example = "servicenow")
                    String source,
            @QueryParam("mapping")
                    @Parameter(
                            description =
                                    "Which column (CSV) or attribute (XES) holds which field, as a JSON object (schema FieldMapping); goes before the one that the source keeps",
                            example = EventBodies.MAPPING_EXAMPLE)
                    String mapping,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Parameter(description = "`gzip` or absent")
                    String encoding,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @Parameter(hidden = true) InputStream body) {
        var format = readers.format(contentType);
        var from = SourceService.name(source);
        var given = readers.mapping(format, mapping);
        sources.admit(code, from);
        var used = given == null ? sources.mapping(code, from, format) : given;
        return events.run(code, from, encoding, body, readers.reader(contentType, used));
    }

    @GET
    @Path("/imports")
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listImports",
            summary = "Imports into the stream",
            description = "The latest first.")
    public Page<ImportResult> imports(@PathParam("code") String code, @BeanParam Paging paging) {
        return imports.list(code, paging);
    }
}
