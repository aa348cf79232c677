package io.jointly.catalog.flow;

import io.jointly.kit.paging.PageAsCsv;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a stream is ready for, over HTTP. */
@Path("/value-streams/{code}/enablement")
@Tag(name = "Flow")
@Authenticated
@Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
public class EnablementResource {
    private final Enablement enablement;

    EnablementResource(Enablement enablement) {
        this.enablement = enablement;
    }

    @GET
    @Operation(
            operationId = "getEnablement",
            summary = "What the stream is ready for",
            description =
                    "Three scores from 0 to 1, by Jointly's own definition: automation, reliability and consistency, end-to-end measurability. `items` are their parts, each with what would raise it. Automation is the share of handoffs that happen by themselves or, where none are known, what the map says; the other two are means of the parts that are known. Over whole days (UTC).")
    public EnablementView enablement(@PathParam("code") String code, @BeanParam PeriodAsked asked) {
        return enablement.of(code, asked.askedAt(Level.STAGE));
    }
}
