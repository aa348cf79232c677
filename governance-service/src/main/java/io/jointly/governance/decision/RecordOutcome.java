package io.jointly.governance.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a decision ends with. */
@Schema(
        description = "What a decision ends with.",
        examples = "{\"option\":\"A\",\"text\":\"Both desks work from one queue from January.\"}")
public record RecordOutcome(
        @Schema(
                        description =
                                "Code of the option that is decided; without it the matter is closed undecided",
                        nullable = true,
                        examples = "A")
                String option,
        @NotBlank
                @Size(max = 4000)
                @Schema(examples = "Both desks work from one queue from January.")
                String text) {}
