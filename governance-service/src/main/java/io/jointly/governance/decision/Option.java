package io.jointly.governance.decision;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that could be decided. */
@Schema(description = "Something that could be decided.")
public record Option(
        @NotNull
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,19}",
                        message = "must be 1 to 20 letters, digits and hyphens")
                @Schema(examples = "A")
                String code,
        @NotBlank @Size(max = 200) @Schema(examples = "One shared queue for both desks")
                String title,
        @Size(max = 4000)
                @Schema(nullable = true, examples = "Both desks work from one queue; HR sorts.")
                String description) {}
