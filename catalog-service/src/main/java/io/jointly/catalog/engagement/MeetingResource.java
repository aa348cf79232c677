package io.jointly.catalog.engagement;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.record.MergePatch;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Regular meetings over HTTP. */
@Path("/meetings")
@Tag(name = "Engagement calendar")
@Produces(MediaType.APPLICATION_JSON)
public class MeetingResource {
    private final MeetingService meetings;

    MeetingResource(MeetingService meetings) {
        this.meetings = meetings;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listMeetings",
            summary = "Regular meetings, the oldest agreed first",
            description = "To everybody signed in.")
    public Page<MeetingView> list(
            @QueryParam("stream")
                    @Parameter(
                            description = "Code of the value stream that they are about",
                            example = "employee-onboarding")
                    String stream,
            @BeanParam Paging paging) {
        return meetings.list(stream, paging);
    }

    @POST
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "agreeMeeting",
            summary = "Agree a regular meeting",
            description =
                    "By a head of one of the departments that own the stream. At most 100 meetings of a stream are still to come (422 `too-many-meetings`); those that have ended do not count.")
    @APIResponseSchema(
            value = MeetingView.class,
            responseCode = "201",
            responseDescription = "Agreed")
    public RestResponse<MeetingView> agree(@NotNull @Valid NewMeeting wish, UriInfo uri) {
        var meeting = meetings.agree(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, meeting)
                .location(uri.getRequestUriBuilder().path(meeting.ref()).build())
                .build();
    }

    @GET
    @Path("/{ref}")
    @Authenticated
    @Operation(
            operationId = "getMeeting",
            summary = "One regular meeting",
            description = "Its days are in the stream's calendar. To everybody signed in.")
    public MeetingView find(@PathParam("ref") @Parameter(example = "MTG-1") String ref) {
        return meetings.find(ref);
    }

    @PATCH
    @Path("/{ref}")
    @RolesAllowed(Roles.HEAD)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeMeeting",
            summary = "Change or end a regular meeting",
            description =
                    "A JSON Merge Patch (RFC 7396), by a head of one of the departments that own the stream. `until` ends it. Days on which attendance was recorded stay in the calendar.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = MeetingDescription.class)))
    public MeetingView change(
            @PathParam("ref") @Parameter(example = "MTG-1") String ref, @NotNull JsonNode patch) {
        return meetings.change(ref, patch);
    }

    @POST
    @Path("/{ref}/attendances")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordAttendance",
            summary = "Record who was there",
            description =
                    "By a head of a department that is to meet, for a day on which the meeting has begun (422 `meeting-not-held` otherwise). Recording a day again replaces what was recorded.")
    @Extension(name = "x-acts-on-record", value = "true")
    @APIResponseSchema(
            value = MeetingView.class,
            responseCode = "200",
            responseDescription = "Recorded")
    public RestResponse<MeetingView> attended(
            @PathParam("ref") @Parameter(example = "MTG-1") String ref,
            @NotNull @Valid RecordAttendance act) {
        return RestResponse.ok(meetings.attended(ref, act));
    }
}
