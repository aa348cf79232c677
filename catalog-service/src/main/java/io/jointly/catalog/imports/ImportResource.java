package io.jointly.catalog.imports;

import io.jointly.kit.paging.PageAsCsv;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One import, after it was made. */
@Path("/value-streams/{code}/imports/{ref}")
@Tag(name = "Flow")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private final ImportService imports;

    ImportResource(ImportService imports) {
        this.imports = imports;
    }

    @GET
    @Operation(
            operationId = "getImport",
            summary = "One import into the stream",
            description = "What became of it, who sent it, from which source.")
    public ImportResult find(
            @PathParam("code") String code,
            @PathParam("ref") @Parameter(example = "IMP-3") String reference) {
        return imports.find(code, reference);
    }

    @GET
    @Path("/rejections")
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listRejections",
            summary = "Lines that an import left out",
            description =
                    "The first hundred with their reasons, as JSON or as CSV to mend them by; `rejected` says how many there were in all.")
    public Rejections rejections(
            @PathParam("code") String code,
            @PathParam("ref") @Parameter(example = "IMP-3") String reference) {
        return Rejections.of(imports.find(code, reference));
    }
}
