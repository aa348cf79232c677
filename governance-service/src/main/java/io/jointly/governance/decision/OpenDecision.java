package io.jointly.governance.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jointly.governance.reference.Code;
import io.jointly.kit.link.Link;
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

/** A question to be decided. */
@Schema(
        description = "A question to be decided, with everyone whom it affects.",
        examples = OpenDecision.EXAMPLE)
public record OpenDecision(
        @NotBlank @Size(max = 300) @Schema(examples = "Who owns the joiner queue?") String question,
        @NotBlank
                @Size(max = 4000)
                @Schema(examples = "A third of all joiners wait a week between the two desks.")
                String whyNow,
        @NotEmpty
                @Size(max = 10)
                @Schema(description = "What could be decided, each with its own code")
                List<@NotNull @Valid Option> options,
        @NotEmpty
                @Size(max = 50)
                @Schema(description = "Codes of all departments that the decision affects")
                List<@NotNull @Code String> departments,
        @NotNull @Valid Driver driver,
        @NotNull Method method,
        @DecimalMin("0")
                @DecimalMax(value = "1", inclusive = false)
                @Schema(
                        description =
                                "With majority only: the share of those taking sides that must be exceeded; 0.5 when absent",
                        nullable = true,
                        examples = "0.5")
                BigDecimal threshold,
        @DecimalMin("0")
                @DecimalMax("1")
                @Schema(
                        description =
                                "Share of the affected departments that must take part; 1 when absent. A smaller one never frees an affected department from taking part.",
                        nullable = true,
                        examples = "1")
                BigDecimal quorum,
        @Schema(
                        description = "Until when votes are taken; ten working days when absent",
                        nullable = true)
                Instant closesAt,
        @Size(max = 20) @Schema(description = "What the decision is about", nullable = true)
                List<@NotNull Link> links,
        @Schema(description = "When the decision is to be looked at again", nullable = true)
                LocalDate reviewOn) {

    static final String EXAMPLE =
            """
            {"question":"Who owns the joiner queue?","whyNow":"A third of all joiners wait a week between the two desks.",
             "options":[{"code":"A","title":"One shared queue for both desks"},{"code":"B","title":"HR alone owns the queue"}],
             "departments":["it","hr"],"driver":{"department":"it"},"method":"consent","links":["value-stream:it-incidents"]}""";

    @JsonIgnore
    List<String> optionCodes() {
        return options.stream().map(Option::code).toList();
    }

    @JsonIgnore
    List<Link> linksOrNone() {
        return links == null ? List.of() : links;
    }
}
