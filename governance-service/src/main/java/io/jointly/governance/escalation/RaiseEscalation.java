package io.jointly.governance.escalation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jointly.governance.reference.Code;
import io.jointly.kit.link.Link;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A matter that the departments named are to solve together. */
@Schema(
        description = "A matter that the departments named are to solve together first.",
        examples = RaiseEscalation.EXAMPLE)
public record RaiseEscalation(
        @NotBlank @Size(max = 200) @Schema(examples = "Joiner tickets bounce between two desks")
                String title,
        @NotBlank
                @Size(max = 4000)
                @Schema(examples = "One in three goes back and forth more than twice.")
                String concern,
        @NotNull EscalationKind kind,
        @NotNull
                @Code
                @Schema(
                        description = "The department that raises it; the caller heads it",
                        examples = "it")
                String department,
        @NotNull
                @Size(max = 20)
                @Schema(
                        description =
                                "Codes of the departments that are to solve it together: two or more, the raising one included")
                List<@NotNull @Code String> departments,
        @Size(max = 20) @Schema(description = "What it is about", nullable = true)
                List<@NotNull Link> about,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Working time that the peers have before it climbs; two working days (PT16H) when absent",
                        nullable = true,
                        examples = "PT16H")
                Duration peersStep) {

    static final String EXAMPLE =
            """
            {"title":"Joiner tickets bounce between two desks","concern":"One in three goes back and forth more than twice.",
             "kind":"functional","department":"it","departments":["it","hr"],"about":["value-stream:it-incidents"],"peersStep":"PT16H"}""";

    @JsonIgnore
    List<Link> aboutOrNone() {
        return about == null ? List.of() : about;
    }
}
