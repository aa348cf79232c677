package io.jointly.catalog.valuestream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody means to do about a gap. */
@Schema(description = "What somebody means to do about a gap.")
public record GapImprovement(
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What is to be done",
                        examples = "Forty role profiles, kept by HR and IT together")
                String note,
        @Size(max = 200)
                @Schema(
                        description = "Who sees to it, in words",
                        nullable = true,
                        examples = "Ines Moreau, HR Operations")
                String owner,
        @Schema(description = "By when", nullable = true, examples = "2027-03-31") LocalDate due) {}
