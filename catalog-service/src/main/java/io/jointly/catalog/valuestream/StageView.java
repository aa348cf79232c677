package io.jointly.catalog.valuestream;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stage of a value stream, as written and as seen (terms of value stream mapping, Rother and
 * Shook).
 */
@Schema(name = "Stage", description = "A stage of a value stream.")
public record StageView(
        @NotBlank @Size(max = 120) @Schema(examples = "Grant access") String name,
        @NotNull @Code @Schema(description = "Department that does the work", examples = "it")
                String department,
        @NotNull
                @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "Time somebody works on it (PT)",
                        examples = "PT2H")
                Duration processTime,
        @NotNull
                @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Time from entering to leaving the stage (LT); no less than the process time",
                        examples = "PT72H")
                Duration leadTime,
        @NotNull
                @DecimalMin("0")
                @DecimalMax("1")
                @Digits(integer = 1, fraction = 4)
                @Schema(
                        description = "Share received complete and accurate (%C/A), 0 to 1",
                        examples = "0.85")
                BigDecimal completeAndAccurate) {

    private static final Duration LONGEST = Duration.ofDays(3_653);

    @AssertTrue(
            message =
                    "the process time must be within the lead time, neither negative nor over ten years")
    @com.fasterxml.jackson.annotation.JsonIgnore
    @Schema(hidden = true)
    public boolean isTimesInOrder() {
        return processTime == null
                || leadTime == null
                || (!processTime.isNegative()
                        && leadTime.compareTo(processTime) >= 0
                        && leadTime.compareTo(LONGEST) <= 0);
    }
}
