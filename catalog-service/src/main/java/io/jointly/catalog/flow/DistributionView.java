package io.jointly.catalog.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.kit.paging.Tabular;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a measure is spread over the work items. */
@Schema(
        name = "Distribution",
        description = "How a measure is spread over the work items, the smallest class first.")
public record DistributionView(
        String stream,
        Level level,
        FlowView.Period period,
        @Schema(nullable = true) String type,
        Spread measure,
        @Schema(description = "What bounds and percentiles are counted in") Unit unit,
        @Schema(description = "Work items that have the measure", examples = "24918")
                long workItems,
        @Schema(
                        description =
                                "Half of the work items stay within this; null where there are none",
                        nullable = true,
                        examples = "108.0")
                Double p50,
        @Schema(
                        description = "85 % stay within this; null where there are none",
                        nullable = true,
                        examples = "740.5")
                Double p85,
        @Schema(
                        description = "95 % stay within this; null where there are none",
                        nullable = true,
                        examples = "1420.0")
                Double p95,
        List<Band> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<DistributionView> {

    DistributionView(
            String stream,
            Asked asked,
            Spread measure,
            long workItems,
            Double p50,
            Double p85,
            Double p95,
            List<Band> items) {
        this(
                stream,
                asked.level(),
                asked.period(),
                asked.type(),
                measure,
                measure == Spread.FLOW_TIME ? Unit.HOURS : Unit.HANDOFFS,
                workItems,
                p50,
                p85,
                p95,
                items,
                false);
    }

    @Override
    public DistributionView whileRecalculating() {
        return new DistributionView(
                stream, level, period, type, measure, unit, workItems, p50, p85, p95, items, true);
    }

    /** What is spread. */
    public enum Spread {
        @JsonProperty("flow-time")
        FLOW_TIME,
        @JsonProperty("handoffs")
        HANDOFFS;

        @Override
        public String toString() {
            return this == FLOW_TIME ? "flow-time" : "handoffs";
        }
    }

    /** What it is counted in. */
    public enum Unit {
        @JsonProperty("hours")
        HOURS,
        @JsonProperty("handoffs")
        HANDOFFS
    }

    /** Work items between two bounds. */
    @Schema(name = "DistributionClass", description = "Work items between two bounds.")
    public record Band(
            @Schema(description = "Lower bound, inclusive", examples = "86.6") double from,
            @Schema(
                            description = "Upper bound, exclusive; null: no bound",
                            nullable = true,
                            examples = "103.0")
                    Double to,
            @Schema(examples = "1203") long workItems,
            @Schema(description = "Of all work items that have the measure, 0 to 1") double share,
            @Schema(description = "Of this class and all below it, 0 to 1")
                    double cumulativeShare) {}
}
