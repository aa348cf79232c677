package io.jointly.catalog.flowsettings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a stream's owners want its work to be read. */
@Schema(
        name = "FlowSettingsDescription",
        description = "How a stream's owners want its work to be read.")
public record FlowSettingsDescription(
        @Size(max = 200)
                @Schema(
                        description =
                                "Asked in order: the first that fits and names a stage places the event, the first that fits and names a class classes it; the stream's `states` class what no rule does")
                List<@NotNull @Valid Rule> rules,
        @Schema(
                        description =
                                "How long a work item is kept after its last event (ISO 8601 period of at least a month); null keeps it for good. What is forgotten leaves the figures too.",
                        nullable = true,
                        examples = "P3Y")
                String keepFor,
        @Valid @Schema(description = "The period that trends are held against", nullable = true)
                Baseline baseline,
        @Size(max = 200)
                @Schema(
                        description = FlowSettingsDescription.CHANGING_TYPES,
                        nullable = true,
                        examples = "[\"Change\",\"Project\"]")
                List<@NotBlank @Size(max = 200) String> changingTypes) {
    static final String CHANGING_TYPES =
            "Types of work items that change how the organisation works, each once, written as events name them; work of every other type and without a type runs the organisation. Empty: all work runs it. Null: nobody has said yet, so `/flow/running-and-changing` shows no split. No figures are worked out again for it.";

    public FlowSettingsDescription {
        rules = rules == null ? List.of() : List.copyOf(rules);
        changingTypes =
                changingTypes == null
                        ? null
                        : Collections.unmodifiableList(new ArrayList<>(changingTypes));
    }

    /** Whole days, UTC. */
    @Schema(name = "Baseline", description = "A period of whole days (UTC).")
    public record Baseline(
            @NotNull @Schema(examples = "2025-01-01") LocalDate from,
            @NotNull @Schema(description = "Exclusive", examples = "2025-07-01") LocalDate to) {}
}
