package io.jointly.okr.keyresult;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key result to be added to an objective. */
@Schema(description = "A key result to be added to an objective.")
public record NewKeyResult(
        @NotBlank
                @Size(max = 200)
                @Schema(examples = "Incidents that bounce between teams become rare")
                String title,
        @Schema(
                        description =
                                "`metric` (a number that moves; the default) or `milestone` (done or not: 0, then 1; takes no baseline, target, stretch, unit or binding)",
                        nullable = true,
                        defaultValue = "metric")
                KeyResultKind kind,
        @Digits(integer = 12, fraction = 6)
                @Schema(
                        description =
                                "Where it starts. May be left out of a bound key result: then what the measure reads now",
                        nullable = true,
                        examples = "0.0889")
                BigDecimal baseline,
        @Digits(integer = 12, fraction = 6)
                @Schema(
                        description = "Where it shall go; below the baseline when it shall fall",
                        nullable = true,
                        examples = "0.04")
                BigDecimal target,
        @Digits(integer = 12, fraction = 6)
                @Schema(
                        description = "What would be more than was hoped for: beyond the target",
                        nullable = true,
                        examples = "0.02")
                BigDecimal stretch,
        @Size(max = 40)
                @Schema(
                        description =
                                "What the number counts; a bound key result takes its measure's",
                        nullable = true,
                        examples = "ratio")
                String unit,
        @Positive
                @Digits(integer = 3, fraction = 3)
                @Schema(
                        description =
                                "How much it counts in the objective's score, beside the others",
                        nullable = true,
                        defaultValue = "1",
                        examples = "1")
                BigDecimal weight,
        @Valid @Schema(nullable = true) Binding binding) {}
