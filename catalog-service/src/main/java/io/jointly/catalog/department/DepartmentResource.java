package io.jointly.catalog.department;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Departments over HTTP. */
@Path("/departments")
@Tag(name = "Departments")
@Produces(MediaType.APPLICATION_JSON)
public class DepartmentResource {
    private final DepartmentService departments;

    DepartmentResource(DepartmentService departments) {
        this.departments = departments;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, PageAsCsv.CSV})
    @Operation(
            operationId = "listDepartments",
            summary = "All departments, by code",
            description = "Every department of the organisation, to everybody signed in.")
    public Page<DepartmentView> list(
            @QueryParam("q") @Parameter(description = "Part of the name or code") String part,
            @BeanParam Paging paging) {
        return departments.list(part, paging);
    }

    @POST
    @RolesAllowed({Roles.ADMIN, "catalog:write"})
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addDepartment",
            summary = "Add a department",
            description = "By an administrator, or an integrator with the scope catalog:write.")
    @APIResponseSchema(
            value = DepartmentView.class,
            responseCode = "201",
            responseDescription = "Added")
    public RestResponse<DepartmentView> add(@NotNull @Valid NewDepartment wish, UriInfo uri) {
        var department = departments.add(wish);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, department)
                .location(uri.getRequestUriBuilder().path(department.code()).build())
                .build();
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Operation(
            operationId = "getDepartment",
            summary = "One department",
            description = "To everybody signed in.")
    public DepartmentView find(@PathParam("code") String code) {
        return departments.find(code);
    }

    @PATCH
    @Path("/{code}")
    @RolesAllowed({Roles.ADMIN, Roles.HEAD, "catalog:write"})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeDepartment",
            summary = "Change a department",
            description =
                    "A JSON Merge Patch (RFC 7396). A head may change the purpose and expertise of the own department; the rest is reference data.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = DepartmentDescription.class)))
    public DepartmentView change(@PathParam("code") String code, @NotNull JsonNode patch) {
        return departments.change(code, patch);
    }
}
