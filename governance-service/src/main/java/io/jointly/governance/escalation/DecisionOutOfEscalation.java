package io.jointly.governance.escalation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jointly.governance.decision.Driver;
import io.jointly.governance.decision.Method;
import io.jointly.governance.decision.OpenDecision;
import io.jointly.governance.decision.Option;
import io.jointly.governance.reference.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision to be opened out of an escalation. */
@Schema(
        description =
                "A decision to be opened out of an escalation; as OpenDecision, but the link is given.",
        examples = DecisionOutOfEscalation.EXAMPLE)
public record DecisionOutOfEscalation(
        @NotBlank @Size(max = 300) @Schema(examples = "Who owns the joiner queue?") String question,
        @NotBlank
                @Size(max = 4000)
                @Schema(examples = "A third of all joiners wait a week between the two desks.")
                String whyNow,
        @NotEmpty @Size(max = 10) List<@NotNull @Valid Option> options,
        @Size(min = 1, max = 50)
                @Schema(
                        description =
                                "All departments that the decision affects, those of the escalation included; just those when absent",
                        nullable = true)
                List<@NotNull @Code String> departments,
        @NotNull @Valid Driver driver,
        @NotNull Method method,
        @DecimalMin("0")
                @DecimalMax(value = "1", inclusive = false)
                @Schema(
                        description = "With majority only: share to be exceeded; 0.5 when absent",
                        nullable = true,
                        examples = "0.5")
                BigDecimal threshold,
        @DecimalMin("0")
                @DecimalMax("1")
                @Schema(
                        description = "Share that must take part; 1 when absent",
                        nullable = true,
                        examples = "1")
                BigDecimal quorum,
        @Schema(
                        description = "Until when votes are taken; ten working days when absent",
                        nullable = true)
                Instant closesAt,
        @Schema(description = "When the decision is to be looked at again", nullable = true)
                LocalDate reviewOn) {

    static final String EXAMPLE =
            """
            {"question":"Who owns the joiner queue?","whyNow":"A third of all joiners wait a week between the two desks.",
             "options":[{"code":"A","title":"One shared queue for both desks"},{"code":"B","title":"HR alone owns the queue"}],
             "departments":["it","hr"],"driver":{"department":"it"},"method":"consent"}""";

    @JsonIgnore
    List<String> departmentsOrNone() {
        return departments == null ? List.of() : departments;
    }

    @JsonIgnore
    OpenDecision affecting(List<String> named) {
        return new OpenDecision(
                question,
                whyNow,
                options,
                departments == null ? named : departments,
                driver,
                method,
                threshold,
                quorum,
                closesAt,
                List.of(),
                reviewOn);
    }
}
