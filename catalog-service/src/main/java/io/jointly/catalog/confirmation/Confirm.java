package io.jointly.catalog.confirmation;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department confirms purpose and outcome. */
@Schema(description = "A department confirms purpose and outcome as they stand.")
public record Confirm(
        @NotNull @Code @Schema(description = "Department that the caller heads", examples = "it")
                String department) {}
