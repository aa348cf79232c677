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

/** A value stream to be added. */
@Schema(description = "A value stream to be added.")
public record NewValueStream(
        @NotNull @Code @Schema(description = "Its code for good", examples = "employee-onboarding")
                String code,
        @NotBlank @Size(max = 120) @Schema(examples = "Employee onboarding") String name,
        @NotBlank @Size(max = 2000) @Schema(description = "Why it is there") String purpose,
        @NotBlank @Size(max = 2000) @Schema(description = "What its customers have in the end")
                String outcome,
        @Size(max = 200) @Schema(description = "Strategy theme it serves", nullable = true)
                String theme,
        @Size(max = 500) @Schema(description = "Whom it serves", nullable = true) String customers,
        @NotEmpty
                @Size(max = 50)
                @Schema(description = "Codes of the departments that own it together")
                Set<@NotNull @Code String> owners,
        @Size(max = 200) @Schema(description = "Codes of the services it runs through")
                Set<@NotNull @Code String> services,
        @Size(max = 100) @Schema(description = "Its stages in order")
                List<@NotNull @Valid StageView> stages,
        @Size(max = 200) @Schema(description = "How the states of its work are classed")
                Map<@NotBlank @Size(max = 200) String, @NotNull StateClass> states) {

    ValueStreamDescription description() {
        return new ValueStreamDescription(
                name, purpose, outcome, theme, customers, owners, services, stages, states);
    }
}
