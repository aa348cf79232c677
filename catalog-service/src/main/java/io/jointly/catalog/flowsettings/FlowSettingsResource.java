package io.jointly.catalog.flowsettings;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.idempotency.Idempotent;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.record.MergePatch;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The settings of a stream's flow over HTTP. */
@Path("/value-streams/{code}/flow-settings")
@Tag(name = "Flow")
@Produces(MediaType.APPLICATION_JSON)
public class FlowSettingsResource {
    /** Rules to be tried. */
    @Schema(name = "RulesToTry", description = "Rules to be tried on real events.")
    public record RulesToTry(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Rule> rules) {}

    private final FlowSettingsService settings;

    FlowSettingsResource(FlowSettingsService settings) {
        this.settings = settings;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getFlowSettings",
            summary = "How the stream's work is read",
            description =
                    "Rules that place events on stages and class them, the baseline of trends, how long work items are kept, and which types of them change how the organisation works.")
    public FlowSettingsView find(@PathParam("code") String code) {
        return settings.find(code);
    }

    @PATCH
    @RolesAllowed(Roles.HEAD)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeFlowSettings",
            summary = "Change how the stream's work is read",
            description =
                    "A JSON Merge Patch (RFC 7396), by a head of one of the owner departments. Other rules work the stream's history out again, soon and without stopping anybody from reading; until then `recalculating` is true in `/flow`. Refused with 422: rules that contradict (`rules-contradict`), that are never reached (`rule-never-reached`), that fit nothing (`rules-match-nothing`) or that name a stage which the map does not have (`stage-not-on-map`).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = FlowSettingsDescription.class),
                            example =
                                    "{\"rules\":[{\"activity\":\"Order*\",\"stage\":\"Provide equipment\",\"class\":\"active\"}],\"keepFor\":\"P3Y\"}"))
    public FlowSettingsView change(@PathParam("code") String code, @NotNull JsonNode patch) {
        return settings.change(code, patch);
    }

    @POST
    @Path("/preview")
    @RolesAllowed(Roles.HEAD)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewFlowRules",
            summary = "Try rules on real events",
            description =
                    "Says what rules would do to the latest events of the stream. By a head of one of the owner departments. Changes nothing.")
    @APIResponse(responseCode = "200", description = "What the rules would do")
    public RestResponse<Preview> preview(
            @PathParam("code") String code, @NotNull @Valid RulesToTry wish) {
        return RestResponse.ok(settings.preview(code, wish.rules()));
    }
}
