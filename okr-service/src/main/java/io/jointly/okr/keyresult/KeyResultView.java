package io.jointly.okr.keyresult;

import io.jointly.kit.record.Tagged;
import io.jointly.okr.scoring.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key result as callers see it. */
@Schema(
        name = "KeyResult",
        description = "How an objective knows that it moves: a number, or a milestone.")
public record KeyResultView(
        @Schema(examples = "KR-1") String ref,
        @Schema(description = "Objective that it belongs to", examples = "OBJ-1") String objective,
        @Schema(examples = "Incidents that bounce between teams become rare") String title,
        @Schema(description = "`metric` (a number) or `milestone` (done or not)")
                KeyResultKind kind,
        @Schema(description = "Where it started", examples = "0.0889") BigDecimal baseline,
        @Schema(description = "Where it shall go", examples = "0.04") BigDecimal target,
        @Schema(description = "More than was hoped for", nullable = true, examples = "0.02")
                BigDecimal stretch,
        @Schema(examples = "ratio") String unit,
        @Schema(description = "How much it counts in the objective's score", examples = "1")
                BigDecimal weight,
        @Schema(description = "Follows from baseline and target") Direction direction,
        @Schema(description = "The live measure that it is bound to", nullable = true)
                Binding binding,
        @Schema(description = "The last check-in; null before the first", nullable = true)
                CheckInView latest,
        @Schema(
                        description =
                                "Linear scale (value - baseline) / (target - baseline), kept within 0 and 1; null before the first value. A falling target works because the scale is signed. A milestone is 0 until it is done, then 1",
                        nullable = true,
                        minimum = "0",
                        maximum = "1",
                        examples = "0.36")
                BigDecimal progress,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
