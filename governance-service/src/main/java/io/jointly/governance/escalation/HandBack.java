package io.jointly.governance.escalation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the matter goes back to the peers. */
@Schema(
        description = "Why the matter goes back to the peers.",
        examples = "{\"text\":\"You know the work best: settle it between you by Friday.\"}")
public record HandBack(
        @NotBlank
                @Size(max = 4000)
                @Schema(examples = "You know the work best: settle it between you by Friday.")
                String text) {}
