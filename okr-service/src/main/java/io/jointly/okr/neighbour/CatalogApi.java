package io.jointly.okr.neighbour;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What we ask of catalog. */
interface CatalogApi extends RecordsApi {
    @GET
    @Path("/value-streams/{code}/measures/{measure}")
    Measure measure(@PathParam("code") String code, @PathParam("measure") String measure);
}
