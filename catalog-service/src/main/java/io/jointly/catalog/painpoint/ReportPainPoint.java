package io.jointly.catalog.painpoint;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pain point to be reported. */
@Schema(description = "A pain point to be reported.")
public record ReportPainPoint(
        @NotNull
                @Code
                @Schema(
                        description = "Code of the value stream where it hurts",
                        examples = "employee-onboarding")
                String stream,
        @NotBlank
                @Size(max = 200)
                @Schema(examples = "New colleagues sit without access for three days")
                String title,
        @NotBlank
                @Size(max = 4000)
                @Schema(
                        description = "What happens, and what it costs",
                        examples =
                                "Four of the last six joiners could not open their files until Thursday.")
                String description,
        @Code
                @Schema(
                        description =
                                "Key of the stage where it hurts: one of today, or one that is to be added",
                        nullable = true,
                        examples = "grant-access")
                String stage,
        @Code
                @Schema(
                        description = "Key of the step of the stream's journey map where it hurts",
                        nullable = true,
                        examples = "first-day")
                String journeyStep,
        @Code
                @Schema(
                        description =
                                "Department that reports it, one that the caller belongs to; may be absent",
                        nullable = true,
                        examples = "sales")
                String department) {}
