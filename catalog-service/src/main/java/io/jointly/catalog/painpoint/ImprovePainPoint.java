package io.jointly.catalog.painpoint;

import io.jointly.catalog.reference.Code;
import io.jointly.kit.link.Link;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An owner department turns a pain point into an improvement. */
@Schema(description = "An owner department turns a pain point into an improvement.")
public record ImprovePainPoint(
        @NotNull @Code @Schema(description = "Department that the caller heads", examples = "it")
                String department,
        @NotBlank
                @Size(max = 200)
                @Schema(description = "What is to become better", examples = "Role profiles")
                String title,
        @NotBlank
                @Size(max = 200)
                @Schema(description = "Who sees to it, in words", examples = "Ines Moreau")
                String owner,
        @Schema(description = "By when", nullable = true, examples = "2027-03-31") LocalDate due,
        @Schema(
                        description =
                                "The improvement where it is kept, `improvement:reference`; it is not checked yet",
                        nullable = true,
                        examples = "improvement:IMP-7")
                Link link) {}
