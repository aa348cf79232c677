package io.jointly.catalog.flowsettings;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.catalog.valuestream.StateClass;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What rules would do to real events. */
@Schema(
        name = "FlowRulesPreview",
        description =
                "What rules would do to the events of the stream's latest 2,000 work items; nothing is changed.")
public record Preview(
        @Schema(description = "Events looked at", examples = "11370") long events,
        @Schema(description = "Of these, on a stage by the rules", examples = "11002") long placed,
        @Schema(description = "Of these, classed by the rules or the stream's states") long classed,
        @Schema(description = "How many events each rule decides, in the order of the rules")
                List<Decided> rules,
        @Schema(description = "Kinds of events, the most frequent first, a hundred at most")
                List<Kind> kinds) {

    /** What a rule decides. */
    @Schema(name = "RuleDecides", description = "How many events a rule decides.")
    public record Decided(
            @Schema(description = "Place of the rule, 0 is the first") int rule,
            @Schema(description = "Events that it puts on its stage") long placed,
            @Schema(description = "Events that it classes") long classed) {}

    /** Events that look alike to rules. */
    @Schema(name = "KindOfEvent", description = "Events that look alike to rules.")
    public record Kind(
            String activity,
            @Schema(nullable = true) String state,
            @Schema(nullable = true) String team,
            @Schema(nullable = true) String department,
            long events,
            @Schema(description = "Stage by the rules", nullable = true) String stage,
            @JsonProperty("class")
                    @Schema(
                            name = "class",
                            description = "By the rules or the stream's states",
                            nullable = true)
                    StateClass stateClass) {}
}
