package io.jointly.catalog.imports;

import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking an import back, over HTTP. */
@Path("/value-streams/{code}/imports/{ref}/reversal")
@Tag(name = "Flow")
@Produces(MediaType.APPLICATION_JSON)
public class ImportReversalResource {
    private final ImportReversal reversal;

    ImportReversalResource(ImportReversal reversal) {
        this.reversal = reversal;
    }

    @POST
    @RolesAllowed({Roles.HEAD, "flow:write"})
    @Idempotent
    @Extension(name = "x-acts-on-record", value = "true")
    @Operation(
            operationId = "reverseImport",
            summary = "Take an import back",
            description =
                    """
                    By an integrator with the scope flow:write, or a head of a department that owns the stream.

                    The events that the import added go, work items without any event left go too, and all figures are as if it had never come; \
                    soon after, in the background, with `recalculating` in `/flow` until it is done. \
                    Events that a later import brought again counted as duplicates of these, so send that later file once more if it is to count. \
                    It can happen once: taken back already is 409 `import-reversed`.
                    """)
    @APIResponse(responseCode = "200", description = "Taken back")
    public RestResponse<ImportResult> reverse(
            @PathParam("code") String code,
            @PathParam("ref") @Parameter(example = "IMP-3") String reference) {
        return RestResponse.ok(reversal.reverse(code, reference));
    }
}
