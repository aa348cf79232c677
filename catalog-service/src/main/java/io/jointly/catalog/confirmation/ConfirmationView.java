package io.jointly.catalog.confirmation;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a department stands to a stream's purpose and outcome. */
@Schema(
        name = "Confirmation",
        description = "How a department that takes part stands to a stream's purpose and outcome.")
public record ConfirmationView(
        @Schema(examples = "employee-onboarding") String stream,
        @Schema(description = "Code of the department", examples = "it") String department,
        @Schema(description = "Whether it owns the stream; otherwise it has a stage in it")
                boolean owner,
        @Schema(
                        description =
                                "`missing`: never asked or never answered; `confirmed`; `voided`: purpose or outcome changed since; `due`: confirmed too long ago")
                ConfirmationState state,
        @Schema(
                        description = "Who confirmed last, a head of the department",
                        nullable = true,
                        examples = "Ines Moreau")
                String by,
        @Schema(description = "When", nullable = true) Instant at,
        @Schema(
                        description =
                                "When it is asked again at the latest; null unless it confirmed what stands now",
                        nullable = true)
                Instant dueAt) {}
