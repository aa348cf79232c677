package io.jointly.governance.effect;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A measure before and after a decision. */
@Schema(
        description =
                "A live measure that an objective of the decision is bound to, at the time of the decision and now.")
public record Effect(
        @Schema(examples = "OBJ-1") String objective,
        @Schema(examples = "KR-1") String keyResult,
        @Schema(examples = "Share of incidents that ping-pong") String title,
        @Schema(examples = "ratio") String unit,
        @Schema(
                        description =
                                "Last value before the decision; without one the key result's baseline; null while undecided",
                        nullable = true,
                        examples = "0.0889")
                BigDecimal atDecision,
        @Schema(
                        description = "Latest value; null before the first",
                        nullable = true,
                        examples = "0.0512")
                BigDecimal latest,
        @Schema(
                        description = "Latest minus at decision; null while either is not known",
                        nullable = true,
                        examples = "-0.0377")
                BigDecimal change,
        @Schema(description = "When the latest value was measured", nullable = true)
                Instant measuredAt,
        @Schema(description = "Which way it is meant to go") Direction direction,
        @Schema(
                        description = "Whether it went the right way; null while that is not known",
                        nullable = true)
                Boolean better) {

    static Effect of(
            String objective,
            String keyResult,
            String title,
            String unit,
            Direction direction,
            BigDecimal atDecision,
            BigDecimal latest,
            Instant measuredAt) {
        var change = atDecision == null || latest == null ? null : latest.subtract(atDecision);
        return new Effect(
                objective,
                keyResult,
                title,
                unit,
                atDecision,
                latest,
                change,
                measuredAt,
                direction,
                change == null ? null : direction.isBetter(change.signum()));
    }
}
