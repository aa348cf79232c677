package io.jointly.okr.cycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cycle to be added. */
@Schema(description = "A cycle to be added.")
public record NewCycle(
        @NotNull
                @Size(max = 40)
                @Pattern(
                        regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                        message = "must consist of lower-case letters, digits and single hyphens")
                @Schema(description = "Its code for good", examples = "2026-q4")
                String code,
        @NotBlank @Size(max = 120) @Schema(examples = "Fourth quarter of 2026") String name,
        @NotNull @Schema(description = "First day", examples = "2026-10-01") LocalDate start,
        @NotNull @Schema(description = "Last day", examples = "2026-12-31") LocalDate end) {}
