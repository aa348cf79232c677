package io.jointly.governance.escalation;

import io.jointly.governance.reference.Code;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department agrees to the resolution proposed. */
@Schema(
        description = "A department agrees to the resolution proposed.",
        examples = "{\"department\":\"hr\"}")
public record Agree(
        @NotNull @Code @Schema(description = "One that the caller heads", examples = "hr")
                String department) {}
