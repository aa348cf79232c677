package io.jointly.gateway.report;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** The part of the catalog service's API that reports read, with the caller's own token. */
@Path("/api/catalog/v1")
interface CatalogApi {
    @GET
    @Path("/value-streams/{code}")
    Uni<StreamPart> stream(
            @PathParam("code") String code,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("traceparent") String trace);

    @GET
    @Path("/value-streams/{code}/flow")
    Uni<FlowPart> flow(
            @PathParam("code") String code,
            @QueryParam("level") String level,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("traceparent") String trace);

    @GET
    @Path("/value-streams/{code}/handoffs")
    Uni<HandoffsPart> handoffs(
            @PathParam("code") String code,
            @QueryParam("level") String level,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("traceparent") String trace);

    @GET
    @Path("/departments")
    Uni<DepartmentsPart> departments(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("traceparent") String trace);
}
