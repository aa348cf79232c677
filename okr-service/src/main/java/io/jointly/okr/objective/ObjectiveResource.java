package io.jointly.okr.objective;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.http.Params;
import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.PageAsCsv;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.record.MergePatch;
import io.jointly.okr.keyresult.KeyResultView;
import io.jointly.okr.keyresult.NewKeyResult;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Objectives over HTTP. */
@Path("/objectives")
@Tag(name = "Objectives")
@Produces(MediaType.APPLICATION_JSON)
public class ObjectiveResource {

    private final ObjectiveService objectives;
    private final KeyResultAdding keyResults;

    ObjectiveResource(ObjectiveService objectives, KeyResultAdding keyResults) {
        this.objectives = objectives;
        this.keyResults = keyResults;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listObjectives",
            summary = "Objectives, the newest first",
            description = "To everybody signed in, each with owners, links, key results and score.")
    public Page<ObjectiveView> list(
            @QueryParam("cycle") @Parameter(description = "Code of a cycle", example = "2026-q4")
                    String cycle,
            @QueryParam("department")
                    @Parameter(description = "Only those that it owns", example = "hr")
                    String department,
            @QueryParam("state")
                    @Parameter(
                            description =
                                    "`draft`, `agreed`, `closed`, or several: `in:draft,agreed`",
                            example = "agreed")
                    String state,
            @QueryParam("link")
                    @Parameter(
                            description = "Only those that link to it",
                            example = "decision:DEC-1")
                    String link,
            @QueryParam("joint")
                    @Parameter(
                            description =
                                    "`true`: owned by two departments or more; `false`: by one alone",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    String joint,
            @QueryParam("q") @Parameter(description = "Part of the title") String words,
            @BeanParam Paging paging) {
        var filter =
                new Filter(
                        cycle,
                        department,
                        Params.anyOf("state", state, State.class),
                        link,
                        joint == null ? null : Params.flag("joint", joint),
                        words);
        return objectives.list(filter, paging);
    }

    @POST
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "draftObjective",
            summary = "Put an objective to its owners",
            description =
                    "By a head of one of the owners, whose department does not accept by drafting. Every owner has to accept as an equal; how risk and reward are parted is proposed to all of them at once, in even parts unless `shares` says else. Owners and links are checked with the services that hold them: what does not exist is refused; what cannot be checked because its service is down is kept with `verified: false` and checked later.")
    @APIResponseSchema(
            value = ObjectiveView.class,
            responseCode = "201",
            responseDescription = "Drafted; all owners are asked to accept")
    public RestResponse<ObjectiveView> draft(@NotNull @Valid DraftObjective wish) {
        var objective = objectives.draft(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, objective)
                .location(URI.create("objectives/" + objective.ref()))
                .build();
    }

    @GET
    @Path("/{ref}")
    @Authenticated
    @Operation(
            operationId = "getObjective",
            summary = "One objective",
            description = "To everybody signed in, with owners, links, key results and score.")
    public ObjectiveView find(@PathParam("ref") @Parameter(example = "OBJ-1") String reference) {
        return objectives.find(reference);
    }

    @PATCH
    @Path("/{ref}")
    @RolesAllowed(Roles.HEAD)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeObjective",
            summary = "Edit an objective",
            description =
                    "A JSON Merge Patch (RFC 7396), by a head of any owner until it is closed. What was accepted is no more: all acceptances are void, and every owner is asked again. "
                            + "`owners` is replaced as a whole: any owner lets another in, and each leaves by its own head alone; leaving out a department that the caller does not head is refused (403, `speaks-for-others`), unless catalog said that there is no such department. "
                            + "Other owners carry even shares unless `shares` says else.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ObjectivePatch.class)))
    public ObjectiveView change(
            @PathParam("ref") @Parameter(example = "OBJ-1") String reference,
            @NotNull JsonNode patch) {
        return objectives.change(reference, patch);
    }

    @POST
    @Path("/{ref}/acceptances")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Extension(name = "x-acts-on-record", value = "true")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptObjective",
            summary = "Accept an objective for the own department",
            description =
                    "By a head of that department, with the shares that are proposed to all owners: they may be said again, and others are refused (422, `shares-not-as-proposed`). Who wants other shares changes the objective, which asks everybody again. The last acceptance makes the objective `agreed`. Accepting again in other words asks the other owners again.")
    @APIResponse(responseCode = "200", description = "Accepted")
    public RestResponse<ObjectiveView> accept(
            @PathParam("ref") @Parameter(example = "OBJ-1") String reference,
            @NotNull @Valid Acceptance terms) {
        return RestResponse.ok(objectives.accept(reference, terms));
    }

    @POST
    @Path("/{ref}/key-results")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addKeyResult",
            summary = "Add a key result",
            description =
                    "By a head of any owner. Owners who accepted before are asked again, since they accepted something else. A bound key result is checked with catalog, starts with what the measure reads now, and checks itself in from then on.")
    @APIResponseSchema(
            value = KeyResultView.class,
            responseCode = "201",
            responseDescription = "Added")
    public RestResponse<KeyResultView> addKeyResult(
            @PathParam("ref") @Parameter(example = "OBJ-1") String reference,
            @NotNull @Valid NewKeyResult wish) {
        var keyResult = keyResults.add(reference, wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, keyResult)
                .location(URI.create("key-results/" + keyResult.ref()))
                .build();
    }

    @POST
    @Path("/{ref}/closure")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Extension(name = "x-acts-on-record", value = "true")
    @Operation(
            operationId = "closeObjective",
            summary = "Close an objective",
            description =
                    "By a head of any owner, at the end of its cycle or when it is given up. It then changes no more, and its score stays.")
    @APIResponse(responseCode = "200", description = "Closed")
    public RestResponse<ObjectiveView> close(
            @PathParam("ref") @Parameter(example = "OBJ-1") String reference) {
        return RestResponse.ok(objectives.close(reference));
    }
}
