package io.jointly.catalog.journeymap;

import io.jointly.catalog.reference.Code;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step that customers go through, as written and as seen. */
@Schema(name = "JourneyStep", description = "A step that customers go through.")
public record JourneyStepView(
        @Code
                @Schema(
                        description =
                                "Names the step within its map, also when it is renamed or moved. Left out, the key of the present step of the same name is kept, or one is made of the name.",
                        nullable = true,
                        examples = "first-day")
                String key,
        @NotBlank @Size(max = 120) @Schema(examples = "The first day") String name,
        @Size(max = 2000)
                @Schema(
                        description = "What the customer does and feels",
                        nullable = true,
                        examples = "Comes in, looks for the desk, cannot sign in")
                String description,
        @Size(max = 200)
                @Schema(
                        description = "Where customer and organisation meet",
                        nullable = true,
                        examples = "Reception")
                String touchpoint,
        @DecimalMin("1")
                @DecimalMax("7")
                @Digits(integer = 1, fraction = 2)
                @Schema(
                        description =
                                "Customer effort score (CES): mean answer to \"how much effort did it take you?\" from 1, none, to 7, very much. Lower is easier. Null when nobody was asked. (CES 2.0 asks how far people agree that it was easy, and runs the other way: take 8 less its score.)",
                        nullable = true,
                        examples = "5.4")
                BigDecimal effort,
        @Min(1)
                @Schema(
                        description = "How many answers the effort score rests on",
                        nullable = true,
                        examples = "46")
                Integer effortAnswers,
        @DecimalMin("0")
                @DecimalMax("1")
                @Digits(integer = 1, fraction = 4)
                @Schema(
                        description =
                                "Share of customers who complete the step by themselves, without help from a person, 0 to 1; null when it is not measured",
                        nullable = true,
                        examples = "0.35")
                BigDecimal selfService,
        @Size(max = 50)
                @Schema(
                        description = "Keys of the stages that stand behind it",
                        examples = "[\"grant-access\"]")
                List<@NotNull @Code String> stages) {

    public JourneyStepView {
        stages = stages == null ? List.of() : stages;
    }

    JourneyStepView withKey(String given) {
        return new JourneyStepView(
                given, name, description, touchpoint, effort, effortAnswers, selfService, stages);
    }
}
