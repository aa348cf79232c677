package io.jointly.okr.objective;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department that owns an objective, as callers see it. */
@Schema(
        name = "Owner",
        description =
                "A department that owns the objective. What it said stays to be seen when an edit asks it again, and counts once it accepts.")
public record OwnerView(
        @Schema(examples = "it") String department,
        @Schema(
                        description =
                                "Whether catalog knows the department; false while catalog did not answer or says no")
                boolean verified,
        @Schema(description = "Whether it accepts the objective as it is now") boolean accepted,
        @Schema(nullable = true) Instant acceptedAt,
        @Schema(
                        description = "Name of the head who accepted",
                        nullable = true,
                        examples = "Ines Okafor")
                String acceptedBy,
        @Schema(nullable = true) String commitment,
        @Schema(nullable = true) String contribution,
        @Schema(nullable = true) String whatIsInItForUs,
        @Schema(
                        description =
                                "Percent of the risk, as it is proposed to all owners; agreed once all have accepted",
                        examples = "50")
                int riskShare,
        @Schema(
                        description =
                                "Percent of the reward, as it is proposed to all owners; agreed once all have accepted",
                        examples = "50")
                int rewardShare) {}
