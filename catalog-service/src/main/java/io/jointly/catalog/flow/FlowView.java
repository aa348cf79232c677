package io.jointly.catalog.flow;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How work flows through a stream; definitions in docs/flow-measures.md. */
@Schema(name = "Flow", description = "How work flows through a value stream.")
public record FlowView(
        @Schema(examples = "it-incidents") String stream,
        Level level,
        Period period,
        @Schema(nullable = true) String type,
        @Schema(description = "Work items in the period", examples = "24918") long workItems,
        @Schema(
                        description = "Of them, those whose last event is in a done state",
                        examples = "24918")
                long done,
        @Schema(description = "Of them, those not done", examples = "0") long open,
        @Schema(examples = "141712") long events,
        @Schema(
                        description =
                                "From the first to the last event of done work items; null when none is done",
                        nullable = true)
                Times flowTime,
        @Schema(description = "Mean flow time in hours", nullable = true, examples = "315.2429")
                Double meanFlowTimeHours,
        @Schema(
                        description =
                                "From the first event until now of work items not done; null when there are none",
                        nullable = true)
                Times age,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Time of done work items in active states; null when no state is classed",
                        nullable = true)
                Duration activeTime,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description =
                                "Time of done work items in waiting states; null when no state is classed",
                        nullable = true)
                Duration waitingTime,
        @Schema(
                        description =
                                "Flow efficiency: active time / flow time of done work items, 0 to 1; null when no state is classed",
                        nullable = true,
                        examples = "0.18")
                Double efficiency,
        Handoffs handoffs,
        PingPong pingPong,
        Rework rework,
        Sla sla,
        @Schema(description = Figures.RECALCULATING) boolean recalculating,
        Instant asOf)
        implements Figures<FlowView> {

    @Override
    public FlowView whileRecalculating() {
        return new FlowView(
                stream,
                level,
                period,
                type,
                workItems,
                done,
                open,
                events,
                flowTime,
                meanFlowTimeHours,
                age,
                activeTime,
                waitingTime,
                efficiency,
                handoffs,
                pingPong,
                rework,
                sla,
                true,
                asOf);
    }

    /** From (inclusive) to (exclusive); null is open. */
    @Schema(name = "Period", description = "From (inclusive) to (exclusive); null is open.")
    public record Period(
            @Schema(nullable = true) Instant from, @Schema(nullable = true) Instant to) {}

    /** Mean and percentiles (continuous, linear between neighbours). */
    @Schema(
            name = "Times",
            description = "Mean and percentiles (continuous, linear between neighbours).")
    public record Times(
            @Schema(type = SchemaType.STRING, format = "duration", examples = "PT315H14M34S")
                    Duration mean,
            @Schema(type = SchemaType.STRING, format = "duration") Duration p50,
            @Schema(type = SchemaType.STRING, format = "duration") Duration p85,
            @Schema(type = SchemaType.STRING, format = "duration") Duration p95) {}

    /** Steps from one carrier to the next. */
    @Schema(name = "HandoffSummary", description = "Steps from one carrier to the next.")
    public record Handoffs(
            @Schema(examples = "19087") long total,
            @Schema(description = "Per work item", nullable = true, examples = "0.766") Double mean,
            @Schema(description = "Work items with one or more", examples = "9575") long items,
            @Schema(description = "Most in one work item", examples = "25") long max) {}

    FlowView with(PingPong longer) {
        return new FlowView(
                stream,
                level,
                period,
                type,
                workItems,
                done,
                open,
                events,
                flowTime,
                meanFlowTimeHours,
                age,
                activeTime,
                waitingTime,
                efficiency,
                handoffs,
                longer,
                rework,
                sla,
                recalculating,
                asOf);
    }

    /** Work that goes from A to B and straight back to A. */
    @Schema(name = "PingPong", description = "Work that goes from A to B and straight back to A.")
    public record PingPong(
            @Schema(
                            description =
                                    "From how many alternations in a row it counts: 2 is A, B, A; 3 is A, B, A, B",
                            examples = "2")
                    int alternations,
            @Schema(description = "Work items with one or more occurrences", examples = "2216")
                    long items,
            @Schema(
                            description =
                                    "Runs of so many alternations in the carrier sequences, overlapping ones each",
                            examples = "3675")
                    long occurrences,
            @Schema(
                            description = "Share of work items, 0 to 1",
                            nullable = true,
                            examples = "0.0889")
                    Double share) {}

    /** Events beyond the first of each activity in a work item. */
    @Schema(
            name = "Rework",
            description = "Events beyond the first of each activity in a work item.")
    public record Rework(long events, @Schema(description = "Work items with any") long items) {}

    /** What the source says of its service levels. */
    @Schema(name = "SlaFigures", description = "What the source says of its service levels.")
    public record Sla(
            @Schema(description = "Work items that say") long measured,
            long met,
            @Schema(description = "met / measured, 0 to 1; null when none says", nullable = true)
                    Double share) {}
}
