package io.jointly.governance.waiting;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller, over HTTP. */
@Path("/waiting")
@Tag(name = "Waiting", description = "What waits for the caller.")
@Produces(MediaType.APPLICATION_JSON)
public class WaitingResource {
    private final WaitingService waiting;

    WaitingResource(WaitingService waiting) {
        this.waiting = waiting;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listWaiting",
            summary = "What waits for me",
            description =
                    "For a head: escalations to take notice of, proposals to agree to, votes to cast, outcomes to record. For an executive sponsor: escalations that have climbed. The most urgent first.")
    public WaitingList waiting() {
        return waiting.forCaller();
    }
}
