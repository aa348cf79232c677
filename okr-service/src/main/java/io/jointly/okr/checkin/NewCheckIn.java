package io.jointly.okr.checkin;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a key result stands, as a person sees it. */
@Schema(description = "Where a key result stands, as a person sees it.")
public record NewCheckIn(
        @Digits(integer = 12, fraction = 6)
                @Schema(
                        description =
                                "The value now; left out of a bound key result, whose measure says it. A milestone takes 0 or 1",
                        nullable = true,
                        examples = "42.5")
                BigDecimal value,
        @NotNull
                @Min(0)
                @Max(10)
                @Schema(
                        description =
                                "How sure the owners are to reach the target: 0 not at all, 10 fully",
                        examples = "6")
                Integer confidence,
        @Size(max = 2000)
                @Schema(
                        description = "What happened since the last one",
                        nullable = true,
                        examples = "The joint triage began to bite in week two.")
                String comment) {}
