package io.jointly.catalog.flowsettings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.catalog.valuestream.StateClass;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which events belong to a stage, or are active or waiting. */
@Schema(
        name = "FlowRule",
        description =
                "Which events belong to a stage, or mean active or waiting work. An event fits when each pattern given fits; `*` stands for any characters, case does not matter.")
public record Rule(
        @Size(max = 200)
                @Schema(
                        description = "Name of the stage that such events belong to",
                        nullable = true,
                        examples = "Provide equipment")
                String stage,
        @JsonProperty("class")
                @Schema(
                        name = "class",
                        description = "What work does from such an event to the next",
                        nullable = true)
                StateClass stateClass,
        @Size(min = 1, max = 200)
                @Schema(description = "Pattern", nullable = true, examples = "Order*")
                String activity,
        @Size(min = 1, max = 200)
                @Schema(
                        description = "Pattern; the activity stands in for a missing state",
                        nullable = true)
                String state,
        @Size(min = 1, max = 200) @Schema(description = "Pattern", nullable = true) String team,
        @Size(min = 1, max = 200) @Schema(description = "Pattern", nullable = true)
                String department) {

    @JsonIgnore
    @AssertTrue(message = "has to name a stage or a class")
    @Schema(hidden = true)
    public boolean isOfUse() {
        return stage != null || stateClass != null;
    }

    /** The same rule after stages were renamed. */
    Rule renamed(Map<String, String> stages) {
        return new Rule(
                stage == null ? null : stages.getOrDefault(stage, stage),
                stateClass,
                activity,
                state,
                team,
                department);
    }

    /** Whether every event that fits the other fits this too. */
    boolean covers(Rule other) {
        return patterns(this, other)
                .allMatch(p -> p[0] == null || p[1] != null && covers(p[0], p[1]));
    }

    /** Whether both fit the same events. */
    boolean looksFor(Rule other) {
        return patterns(this, other).allMatch(p -> Objects.equals(folded(p[0]), folded(p[1])));
    }

    private static Stream<String[]> patterns(Rule one, Rule other) {
        return Stream.<Function<Rule, String>>of(
                        Rule::activity, Rule::state, Rule::team, Rule::department)
                .map(part -> new String[] {part.apply(one), part.apply(other)});
    }

    /** A pattern covers what reads like a value of it; of two with stars only the same are told. */
    private static boolean covers(String pattern, String other) {
        return fits(folded(pattern), folded(other));
    }

    /**
     * Takes time in proportion to both, however many stars there are: after a star only its last
     * attempt is ever taken up again.
     */
    static boolean fits(String pattern, String value) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int place = 0;
        while (place < value.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = place;
            } else if (at < pattern.length() && pattern.charAt(at) == value.charAt(place)) {
                at++;
                place++;
            } else if (star >= 0) {
                at = star + 1;
                place = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static String folded(String pattern) {
        return pattern == null ? null : pattern.toLowerCase(Locale.ROOT);
    }
}
