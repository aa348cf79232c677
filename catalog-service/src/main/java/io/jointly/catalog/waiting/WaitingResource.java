package io.jointly.catalog.waiting;

import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller, over HTTP. */
@Path("/waiting")
@Tag(name = "Waiting")
public class WaitingResource {
    private final WaitingService waiting;

    WaitingResource(WaitingService waiting) {
        this.waiting = waiting;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listCatalogWaiting",
            summary = "What waits for me",
            description =
                    "For the departments that the caller heads, the longest waiting first: streams whose purpose and outcome they have not confirmed, or not lately; pain points to take notice of and to answer. A pain point waits for one department of several that the caller heads. Empty for everybody else.")
    public Page<WaitingView> list(@BeanParam Paging paging) {
        return waiting.forCaller(paging);
    }
}
