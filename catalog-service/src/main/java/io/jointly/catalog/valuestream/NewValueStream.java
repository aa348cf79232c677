package io.jointly.catalog.valuestream;

import io.jointly.catalog.reference.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value stream to be added. */
@Schema(description = "A value stream to be added.")
public record NewValueStream(
        @NotNull @Code @Schema(description = "Its code for good", examples = "employee-onboarding")
                String code,
        @NotBlank @Size(max = 120) @Schema(examples = "Employee onboarding") String name,
        @NotBlank @Size(max = 2000) @Schema(description = "Why it is there") String purpose,
        @NotBlank @Size(max = 2000) @Schema(description = "What its customers have in the end")
                String outcome,
        @Size(max = 200)
                @Schema(
                        description =
                                "Strategy theme it serves: the first of `themes`. Whoever changes only this one changes the first.",
                        nullable = true,
                        examples = "Growth through people")
                String theme,
        @Size(max = 20)
                @Schema(
                        description = "Strategy themes it serves, the foremost first, each once",
                        examples = "[\"Growth through people\",\"A company that keeps its word\"]")
                List<@NotBlank @Size(max = 200) String> themes,
        @Size(max = 500)
                @Schema(
                        description = "Whom it serves",
                        nullable = true,
                        examples = "New colleagues and their teams")
                String customers,
        @Size(max = 20)
                @Schema(description = "What sets it off", examples = "[\"A contract is signed\"]")
                List<@NotBlank @Size(max = 200) String> triggers,
        @NotEmpty
                @Size(max = 50)
                @Schema(description = "Codes of the departments that own it together")
                Set<@NotNull @Code String> owners,
        @Size(max = 200) @Schema(description = "Codes of the services it runs through")
                Set<@NotNull @Code String> services,
        @Size(max = 100) @Schema(description = "Its stages of today in order")
                List<@NotNull @Valid StageView> stages,
        @Size(max = 100)
                @Schema(
                        description =
                                "Its stages as its owners want them to be, in order; empty as long as no future state is drawn")
                List<@NotNull @Valid FutureStageView> futureStages,
        @Size(max = 200)
                @Schema(
                        description =
                                "What is to be done about the gaps between the two states, by the key of the stage of today, or of the stage that is added. Goes with its stage.")
                Map<@NotNull @Code String, @NotNull @Valid GapImprovement> improvements,
        @Size(max = 200)
                @Schema(
                        description =
                                "How the states of its work are classed. A work item is done when its last event is in a done state; flow efficiency needs active and waiting classes.",
                        examples =
                                "{\"New\":\"waiting\",\"Active\":\"active\",\"Closed\":\"done\"}")
                Map<@NotBlank @Size(max = 200) String, @NotNull StateClass> states,
        @Min(1)
                @Max(1096)
                @Schema(
                        description =
                                "Days for which a department's confirmation of purpose and outcome stands, 1 to 1096",
                        defaultValue = "180",
                        examples = "180")
                Integer confirmationDays,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Promise to whoever reports a pain point: elapsed time to the first response, in whole seconds, a year at most",
                        defaultValue = "PT48H",
                        examples = "PT48H")
                Duration respondWithin,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Promise to whoever reports a pain point: elapsed time to the answer, no less than to the first response, a year at most",
                        defaultValue = "PT240H",
                        examples = "PT240H")
                Duration answerWithin) {

    ValueStreamDescription description() {
        return new ValueStreamDescription(
                name,
                purpose,
                outcome,
                theme,
                themes,
                customers,
                triggers,
                owners,
                services,
                stages,
                futureStages,
                improvements,
                states,
                confirmationDays,
                respondWithin,
                answerWithin);
    }
}
