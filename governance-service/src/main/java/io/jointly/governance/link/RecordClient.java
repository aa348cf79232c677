package io.jointly.governance.link;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Reads one record of another service. */
interface RecordClient {
    @GET
    @Path("/{records}/{reference}")
    FoundRecord find(
            @PathParam("records") String records, @PathParam("reference") String reference);
}
