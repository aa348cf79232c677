package io.jointly.catalog.service;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department that owns a service, with what it brings into it. */
@Schema(name = "ServiceOwner", description = "A department that owns a service, as one of equals.")
public record Owner(
        @NotNull @Code @Schema(description = "Code of the department", examples = "it")
                String department,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What it brings into the service",
                        examples = "Builds and ships the laptop within two days")
                String contribution) {}
