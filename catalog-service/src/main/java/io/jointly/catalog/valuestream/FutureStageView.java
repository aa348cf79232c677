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

/** A stage of a value stream as its owners want it to be, as written and as seen. */
@Schema(
        name = "FutureStage",
        description =
                "A stage of a value stream as its owners want it to be. Several can follow from one stage of today, which is then split.")
public record FutureStageView(
        @Code
                @Schema(
                        description =
                                "Names the stage within the future state. Left out, the key of the future stage of the same name is kept, or that of the stage it follows from, or one is made of the name. That of a new stage is none of a stage of today.",
                        nullable = true,
                        examples = "grant-access")
                String key,
        @Code
                @Schema(
                        description =
                                "Key of the stage of today that it follows from; null for a new stage. A stage of today that nothing follows from is dropped.",
                        nullable = true,
                        examples = "grant-access")
                String follows,
        @NotBlank @Size(max = 120) @Schema(examples = "Grant access by role profile") String name,
        @NotNull @Code @Schema(description = "Department that does the work", examples = "it")
                String department,
        @NotNull
                @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "Time somebody works on it (PT), in whole seconds",
                        examples = "PT15M")
                Duration processTime,
        @NotNull
                @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Time from entering to leaving the stage (LT), in whole seconds; no less than the process time, ten years at most",
                        examples = "PT4H")
                Duration leadTime,
        @NotNull
                @DecimalMin("0")
                @DecimalMax("1")
                @Digits(integer = 1, fraction = 4)
                @Schema(
                        description = "Share received complete and accurate (%C/A), 0 to 1",
                        examples = "0.95")
                BigDecimal completeAndAccurate,
        @Schema(
                        description =
                                "How work is handed into the stage: manual, by somebody, or automated, by itself. Left out, it stays as the stage of that key has it; manual for a new one.",
                        nullable = true,
                        defaultValue = "manual",
                        examples = "manual")
                HandoffKind handoff)
        implements Timed {

    FutureStageView withKey(String given) {
        return new FutureStageView(
                given,
                follows,
                name,
                department,
                processTime,
                leadTime,
                completeAndAccurate,
                handoff);
    }

    FutureStageView withHandoff(HandoffKind given) {
        return new FutureStageView(
                key, follows, name, department, processTime, leadTime, completeAndAccurate, given);
    }
}
