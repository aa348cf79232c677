package io.jointly.catalog.flow;

import io.jointly.kit.paging.Tabular;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who hands work to whom, and how long it waits in between. */
@Schema(name = "HandoffMatrix", description = "Who hands work to whom, most first.")
public record HandoffsView(
        String stream,
        Level level,
        FlowView.Period period,
        @Schema(nullable = true) String type,
        @Schema(description = "Handoffs in all", examples = "19087") long total,
        @Schema(description = "Distinct pairs", examples = "1060") long pairs,
        List<Pair> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<HandoffsView> {

    HandoffsView(
            String stream,
            Level level,
            FlowView.Period period,
            String type,
            long total,
            long pairs,
            List<Pair> items) {
        this(stream, level, period, type, total, pairs, items, false);
    }

    @Override
    public HandoffsView whileRecalculating() {
        return new HandoffsView(stream, level, period, type, total, pairs, items, true);
    }

    /** From one carrier to another. */
    @Schema(name = "HandoffPair", description = "From one carrier to another.")
    public record Pair(
            @Schema(examples = "Group 20") String from,
            @Schema(examples = "Group 70") String to,
            @Schema(examples = "1088") long count,
            @Schema(description = "Share of all handoffs at this level, 0 to 1", examples = "0.057")
                    Double share,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description =
                                    "Mean wait: last event of the giver to first event of the receiver")
                    Duration meanWait,
            @Schema(examples = "16.658") double meanWaitHours,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "85th percentile of the wait")
                    Duration p85Wait,
            double p85WaitHours,
            @Schema(
                            description =
                                    "All waits of the pair together: what automating this handoff could save at most",
                            examples = "18124.1")
                    double totalWaitHours,
            @Schema(
                            description =
                                    "Of the handoffs, those straight back to whom the work came from (A, B, A)",
                            examples = "120")
                    long returns,
            @Schema(description = "returns / count, 0 to 1", examples = "0.11")
                    Double returnShare) {}
}
