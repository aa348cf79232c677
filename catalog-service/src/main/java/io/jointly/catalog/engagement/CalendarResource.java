package io.jointly.catalog.engagement;

import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The engagement calendar of a stream over HTTP. */
@Path("/value-streams/{code}/calendar")
@Tag(name = "Engagement calendar")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {
    private final CalendarService calendar;

    CalendarResource(CalendarService calendar) {
        this.calendar = calendar;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "getEngagementCalendar",
            summary = "When the departments of a stream meet",
            description =
                    "The days of all its regular meetings in a period, in order of time, with attendance where it was recorded. A meeting keeps its time of day when clocks change; a time that the clocks skip moves on by as much as they skip, of one that comes twice the first counts. To everybody signed in.")
    public Page<OccurrenceView> calendar(
            @PathParam("code") String code,
            @QueryParam("from")
                    @Parameter(
                            description =
                                    "Meetings that end after this RFC 3339 instant, or date in UTC; now, or 92 days before `to`, when absent",
                            example = "2026-11-01")
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description =
                                    "Meetings that begin before this; 92 days after `from` when absent, 366 at most",
                            example = "2027-01-31")
                    String to,
            @BeanParam Paging paging) {
        return calendar.calendar(code, from, to, paging);
    }
}
