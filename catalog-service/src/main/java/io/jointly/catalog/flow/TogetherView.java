package io.jointly.catalog.flow;

import io.jointly.kit.paging.Tabular;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who works together, and who only hands over. */
@Schema(
        name = "WorkingTogether",
        description =
                "For each pair of carriers, in how much of the work both take part, and how much they hand to each other.")
public record TogetherView(
        String stream,
        Level level,
        FlowView.Period period,
        @Schema(description = "Work items in the period: what shares are of") long workItems,
        @Schema(description = "Handoffs in the period: what handing-over shares are of")
                long handoffs,
        List<Pair> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<TogetherView> {

    TogetherView(
            String stream,
            Level level,
            FlowView.Period period,
            long workItems,
            long handoffs,
            List<Pair> items) {
        this(stream, level, period, workItems, handoffs, items, false);
    }

    @Override
    public TogetherView whileRecalculating() {
        return new TogetherView(stream, level, period, workItems, handoffs, items, true);
    }

    /** Two carriers, in alphabetical order. */
    @Schema(name = "PairTogether", description = "Two carriers, in alphabetical order.")
    public record Pair(
            @Schema(examples = "facilities") String one,
            @Schema(examples = "it") String other,
            @Schema(description = "Work items in which both take part") long together,
            @Schema(
                            description =
                                    "Working together: share of all work items in which both take part, 0 to 1",
                            nullable = true)
                    Double togetherShare,
            @Schema(description = "Handoffs from one to the other") long oneToOther,
            @Schema(description = "Handoffs from the other to the one") long otherToOne,
            @Schema(
                            description = "Handover of work: share of all handoffs, 0 to 1",
                            nullable = true)
                    Double handoverShare,
            @Schema(
                            description =
                                    "Handoffs per work item in which both take part: 1 is one clean handover, more is work going to and fro",
                            nullable = true)
                    Double handoffsPerItem,
            @Schema(description = "Ping-pong between the two (A, B, A and B, A, B)")
                    long returns) {}
}
