package io.jointly.governance.escalation;

import io.jointly.governance.reference.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A resolution that one department proposes to the others. */
@Schema(
        description = "A resolution that one department proposes to the others.",
        examples =
                "{\"department\":\"it\",\"text\":\"Both desks work from one queue; HR sorts within the hour.\"}")
public record ProposeResolution(
        @NotNull @Code @Schema(description = "One that the caller heads", examples = "it")
                String department,
        @NotBlank
                @Size(max = 4000)
                @Schema(examples = "Both desks work from one queue; HR sorts within the hour.")
                String text) {}
