package io.jointly.catalog.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.kit.paging.Tabular;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a stream is ready for: three scores, each with what it is made of. */
@Schema(
        name = "Enablement",
        description =
                "What a stream is ready for: automation, reliability and consistency, end-to-end measurability. Jointly's own definitions, see docs/flow-measures.md.")
public record EnablementView(
        String stream,
        FlowView.Period period,
        List<Score> scores,
        List<Part> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<EnablementView> {

    /** Which score. */
    public enum Kind {
        @JsonProperty("automation")
        AUTOMATION,
        @JsonProperty("reliability")
        RELIABILITY,
        @JsonProperty("measurability")
        MEASURABILITY
    }

    /** One of the three scores. */
    @Schema(name = "EnablementScore", description = "One of the three scores.")
    public record Score(
            Kind score,
            @Schema(
                            description = "0 to 1; null where none of its parts is known",
                            nullable = true,
                            examples = "0.62")
                    Double value) {}

    /** What a score is made of. */
    @Schema(
            name = "EnablementPart",
            description = "What a score is made of, and what would raise it.")
    public record Part(
            Kind score,
            @Schema(examples = "within-baseline") String part,
            @Schema(
                            description = "amount / of, 0 to 1; null where nothing is known",
                            nullable = true,
                            examples = "0.87")
                    Double value,
            @Schema(description = "What counts towards it", examples = "870") double amount,
            @Schema(description = "What it is a share of", examples = "1000") double of,
            @Schema(
                            description = "What it means",
                            examples =
                                    "Done work items that took no longer than 85 % of those of the baseline")
                    String meaning,
            @Schema(description = "What would raise it", examples = "Choose a baseline")
                    String raisedBy) {}

    @Override
    public EnablementView whileRecalculating() {
        return new EnablementView(stream, period, scores, items, true);
    }
}
