package io.jointly.okr.objective;

import io.jointly.okr.reference.Code;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a department says when it accepts an objective as its own. */
@Schema(description = "What a department says when it accepts an objective as its own.")
public record Acceptance(
        @NotNull @Code @Schema(description = "Department that accepts", examples = "it")
                String department,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What it promises",
                        examples = "Every laptop stands ready the evening before.")
                String commitment,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What it brings in",
                        examples = "Two people of the desk, and the imaging line.")
                String contribution,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What is in it for the department",
                        examples = "No more emergency orders on Monday mornings.")
                String whatIsInItForUs,
        @Min(0)
                @Max(100)
                @Schema(
                        description =
                                "Its part of the risk in percent, if it is to be said again: the one that is proposed to all owners. Another is refused",
                        nullable = true,
                        examples = "50")
                Integer riskShare,
        @Min(0)
                @Max(100)
                @Schema(
                        description =
                                "Its part of the reward in percent, if it is to be said again: the one that is proposed to all owners. Another is refused",
                        nullable = true,
                        examples = "50")
                Integer rewardShare) {}
