package io.jointly.catalog.valuestream;

import io.jointly.catalog.reference.Code;
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
 * A stage of a value stream as it is today, as written and as seen (terms of value stream mapping,
 * Rother and Shook).
 */
@Schema(name = "Stage", description = "A stage of a value stream, as it is today.")
public record StageView(
        @Code
                @Schema(
                        description =
                                "Names the stage within its stream, also when it is renamed or moved. Left out, the key of the present stage of the same name is kept, or one is made of the name.",
                        nullable = true,
                        examples = "grant-access")
                String key,
        @NotBlank @Size(max = 120) @Schema(examples = "Grant access") String name,
        @NotNull @Code @Schema(description = "Department that does the work", examples = "it")
                String department,
        @NotNull
                @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "Time somebody works on it (PT), in whole seconds",
                        examples = "PT2H")
                Duration processTime,
        @NotNull
                @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Time from entering to leaving the stage (LT), in whole seconds; no less than the process time, ten years at most",
                        examples = "PT72H")
                Duration leadTime,
        @NotNull
                @DecimalMin("0")
                @DecimalMax("1")
                @Digits(integer = 1, fraction = 4)
                @Schema(
                        description = "Share received complete and accurate (%C/A), 0 to 1",
                        examples = "0.85")
                BigDecimal completeAndAccurate,
        @Schema(
                        description =
                                "How work is handed into the stage: manual, by somebody, or automated, by itself. Left out, it stays as the stage of that key has it; manual for a new one.",
                        nullable = true,
                        defaultValue = "manual",
                        examples = "manual")
                HandoffKind handoff)
        implements Timed {

    StageView withKey(String given) {
        return new StageView(
                given, name, department, processTime, leadTime, completeAndAccurate, handoff);
    }

    StageView withHandoff(HandoffKind given) {
        return new StageView(
                key, name, department, processTime, leadTime, completeAndAccurate, given);
    }
}
