package io.jointly.catalog.painpoint;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An owner department answers. */
@Schema(description = "An owner department answers a pain point.")
public record AnswerPainPoint(
        @NotNull @Code @Schema(description = "Department that the caller heads", examples = "it")
                String department,
        @NotBlank
                @Size(max = 4000)
                @Schema(
                        description = "What will happen, or why nothing will",
                        examples = "We grant by role profile from March on; until then call 400.")
                String text) {}
