package io.jointly.kit.journal;

import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail, for those who must answer for it. */
@Path("/audit")
@Tag(name = "Audit trail")
@RolesAllowed({Roles.ADMIN, Roles.SPONSOR})
@Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
public class AuditResource {
    private final JournalReader journal;

    AuditResource(JournalReader journal) {
        this.journal = journal;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "Changes, the latest first",
            description =
                    "Every write of this service, with the view before and after. Append-only and hash-chained.")
    public Page<AuditEntry> entries(
            @QueryParam("subject")
                    @Parameter(
                            description = "Only changes of this record",
                            example = "objective:OBJ-1")
                    String subject,
            @BeanParam Paging paging) {
        return paging.page(
                (key, most) -> journal.entries(subject, Paging.number(key), most),
                entry -> Long.toString(entry.position()),
                entry -> entry,
                () -> journal.count(subject));
    }

    @GET
    @Path("/verification")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyAuditTrail",
            summary = "Whether the trail is intact",
            description =
                    "Recomputes the hash chain over all entries and compares its end with the head. Reads the whole trail: about a second for 100,000 entries.")
    public AuditVerification verify() {
        return journal.verify();
    }
}
