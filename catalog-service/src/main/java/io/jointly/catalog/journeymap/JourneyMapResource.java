package io.jointly.catalog.journeymap;

import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.PageAsCsv;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Journey maps over HTTP. */
@Path("/value-streams/{code}/journey-map")
@Tag(name = "Journey maps")
@Produces(MediaType.APPLICATION_JSON)
public class JourneyMapResource {
    private final JourneyMapService maps;

    JourneyMapResource(JourneyMapService maps) {
        this.maps = maps;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "getJourneyMap",
            summary = "What customers go through",
            description =
                    "The steps with effort and self-service, and the stages behind them; empty, at version 0, as long as nobody drew it. As CSV a line for each step. Pain points name steps by their keys. To everybody signed in.")
    public JourneyMapView find(@PathParam("code") String code) {
        return maps.find(code);
    }

    @PUT
    @RolesAllowed(Roles.HEAD)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "drawJourneyMap",
            summary = "Draw the journey map",
            description =
                    "The whole map, in place of the one before; by a head of one of the departments that own the stream. A pain point keeps the key of a step that is no more.")
    public JourneyMapView draw(
            @PathParam("code") String code, @NotNull @Valid DrawJourneyMap wish) {
        return maps.draw(code, wish);
    }
}
