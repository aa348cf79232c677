package io.jointly.catalog.flow;

import io.jointly.kit.paging.Tabular;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How each carrier of work takes part in a stream. */
@Schema(
        name = "Carriers",
        description =
                "How each team, department or stage takes part in the stream, the longest total wait for it first.")
public record CarriersView(
        String stream,
        Level level,
        FlowView.Period period,
        @Schema(nullable = true) String type,
        List<One> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<CarriersView> {

    CarriersView(String stream, Level level, FlowView.Period period, String type, List<One> items) {
        this(stream, level, period, type, items, false);
    }

    @Override
    public CarriersView whileRecalculating() {
        return new CarriersView(stream, level, period, type, items, true);
    }

    /** What one carrier adds to the flow. */
    @Schema(name = "CarrierFigures", description = "What one carrier adds to the flow.")
    public record One(
            @Schema(examples = "Group 70") String carrier,
            @Schema(description = "Work items that it carried in the period", examples = "5120")
                    long workItems,
            @Schema(
                            description =
                                    "Uninterrupted stays of work with it; more than workItems when work comes back",
                            examples = "6032")
                    long stays,
            @Schema(description = "Events of these stays") long events,
            @Schema(description = "Handoffs to it") long received,
            @Schema(description = "Handoffs from it") long given,
            @Schema(
                            description =
                                    "Handoffs to it straight back from whom it had given the work to (A, B, A)")
                    long returned,
            @Schema(
                            description =
                                    "Mean wait before it took up what was handed to it, in hours",
                            nullable = true,
                            examples = "16.7")
                    Double meanWaitHours,
            @Schema(
                            description =
                                    "All these waits together, in hours: the queue that delays the stream most comes first",
                            examples = "85504")
                    double totalWaitHours,
            @Schema(
                            description =
                                    "Mean time of a stay, from its first event to the next carrier's, in hours",
                            examples = "20.1")
                    double meanHeldHours,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "Time in active states while it had the work")
                    Duration activeTime,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "Time in waiting states while it had the work")
                    Duration waitingTime,
            @Schema(
                            description =
                                    "active / (active + waiting), 0 to 1; null when neither is known",
                            nullable = true)
                    Double efficiency,
            @Schema(
                            description =
                                    "Open work items that it has now, of the type and with the other filters asked for, whatever the period",
                            examples = "41")
                    long openNow,
            @Schema(description = "First event of the oldest of them", nullable = true)
                    Instant oldestOpenSince) {}
}
