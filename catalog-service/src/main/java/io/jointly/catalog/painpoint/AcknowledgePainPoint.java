package io.jointly.catalog.painpoint;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An owner department takes notice. */
@Schema(description = "An owner department takes notice of a pain point.")
public record AcknowledgePainPoint(
        @NotNull @Code @Schema(description = "Department that the caller heads", examples = "it")
                String department) {}
