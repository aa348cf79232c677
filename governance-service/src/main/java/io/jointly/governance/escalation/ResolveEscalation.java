package io.jointly.governance.escalation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was decided above. */
@Schema(
        description = "What was decided above.",
        examples = "{\"text\":\"IT owns the joiner queue from January.\"}")
public record ResolveEscalation(
        @NotBlank @Size(max = 4000) @Schema(examples = "IT owns the joiner queue from January.")
                String text) {}
