package io.jointly.governance.escalation;

import io.jointly.governance.reference.Code;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department says that it has taken notice. */
@Schema(
        description = "A department says that it has taken notice.",
        examples = "{\"department\":\"hr\"}")
public record Acknowledge(
        @NotNull @Code @Schema(description = "One that the caller heads", examples = "hr")
                String department) {}
