package io.jointly.okr.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Any service that holds records. */
interface RecordsApi {
    @GET
    @Path("/{collection}/{reference}")
    JsonNode find(
            @PathParam("collection") String collection, @PathParam("reference") String reference);
}
