package io.jointly.governance.decision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department's vote. */
@Schema(description = "A department's vote.")
public record Vote(
        @Schema(examples = "hr") String department,
        @Schema(
                        description = "Code of the option; null for one that names none",
                        nullable = true,
                        examples = "A")
                String option,
        Position position,
        @Schema(nullable = true, examples = "One queue gives our people one place to ask.")
                String reason,
        @Schema(description = "Who voted", examples = "Claire Dubois") String by,
        Instant at) {}
