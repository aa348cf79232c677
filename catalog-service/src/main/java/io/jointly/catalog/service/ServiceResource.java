package io.jointly.catalog.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.http.Params;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Services over HTTP. */
@Path("/services")
@Tag(name = "Services")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource {
    private final ServiceCatalog services;

    ServiceResource(ServiceCatalog services) {
        this.services = services;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listServices",
            summary = "All services, by code",
            description = "The service catalogue of the organisation, to everybody signed in.")
    public Page<ServiceView> list(
            @QueryParam("q")
                    @Parameter(description = "Part of the name, the code or what it delivers")
                    String part,
            @QueryParam("department")
                    @Parameter(
                            description = "Only services that this department owns or uses",
                            example = "hr")
                    String department,
            @QueryParam("lifecycle")
                    @Parameter(
                            description =
                                    "Only services that stand there: proposed, designed, live or retired; several as `in:proposed,designed`",
                            example = "in:proposed,designed")
                    String lifecycle,
            @BeanParam Paging paging) {
        var lifecycles = Params.anyOf("lifecycle", lifecycle, Lifecycle.class);
        return services.list(new ServiceFilter(part, department, lifecycles), paging);
    }

    @POST
    @RolesAllowed({Roles.HEAD, "catalog:write"})
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addService",
            summary = "Add a service",
            description =
                    "By a head of one of the owner departments, or an integrator with the scope catalog:write. Administrators keep reference data and do not write services.")
    @APIResponseSchema(
            value = ServiceView.class,
            responseCode = "201",
            responseDescription = "Added")
    public RestResponse<ServiceView> add(@NotNull @Valid NewService wish, UriInfo uri) {
        var service = services.add(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, service)
                .location(uri.getRequestUriBuilder().path(service.code()).build())
                .build();
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Operation(
            operationId = "getService",
            summary = "One service",
            description = "To everybody signed in.")
    public ServiceView find(@PathParam("code") String code) {
        return services.find(code);
    }

    @PATCH
    @Path("/{code}")
    @RolesAllowed({Roles.HEAD, "catalog:write"})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeService",
            summary = "Change a service",
            description =
                    "A JSON Merge Patch (RFC 7396) by a head of one of the departments that own it now, or an integrator with the scope catalog:write. "
                            + "`owners` and `consumers` are replaced as a whole, and an owner always remains. A head of any owner lets another department in, "
                            + "and each leaves by its own head alone: leaving out a department that the caller does not head is refused (403, `speaks-for-others`), "
                            + "except for the integrator.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ServiceDescription.class)))
    public ServiceView change(@PathParam("code") String code, @NotNull JsonNode patch) {
        return services.change(code, patch);
    }
}
