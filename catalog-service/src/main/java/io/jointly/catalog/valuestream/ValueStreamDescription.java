package io.jointly.catalog.valuestream;

import io.jointly.catalog.reference.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a value stream. */
@Schema(description = "What can be edited of a value stream.")
public record ValueStreamDescription(
        @NotBlank @Size(max = 120) @Schema(examples = "Employee onboarding") String name,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "Why it is there",
                        examples = "New colleagues can do their best work from the first day.")
                String purpose,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What its customers have in the end",
                        examples = "Productive within five working days")
                String outcome,
        @Size(max = 200)
                @Schema(
                        description = "Strategy theme it serves",
                        nullable = true,
                        examples = "Growth through people")
                String theme,
        @Size(max = 500)
                @Schema(
                        description = "Whom it serves",
                        nullable = true,
                        examples = "New colleagues and their teams")
                String customers,
        @NotEmpty
                @Size(max = 50)
                @Schema(description = "Codes of the departments that own it together")
                Set<@NotNull @Code String> owners,
        @Size(max = 200) @Schema(description = "Codes of the services it runs through")
                Set<@NotNull @Code String> services,
        @Size(max = 100) @Schema(description = "Its stages in order")
                List<@NotNull @Valid StageView> stages,
        @Size(max = 200)
                @Schema(
                        description =
                                "How the states of its work are classed. A work item is done when its last event is in a done state; flow efficiency needs active and waiting classes.",
                        examples =
                                "{\"New\":\"waiting\",\"Active\":\"active\",\"Closed\":\"done\"}")
                Map<@NotBlank @Size(max = 200) String, @NotNull StateClass> states) {

    public ValueStreamDescription {
        services = services == null ? Set.of() : services;
        stages = stages == null ? List.of() : stages;
        states = states == null ? Map.of() : states;
    }
}
