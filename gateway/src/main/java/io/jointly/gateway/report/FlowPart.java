package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report tells of the flow of work through a stream. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "ReportedFlow", title = "Flow", description = "How work flows through the stream.")
public record FlowPart(
        @Schema(title = "Work items", description = "Work items in the period", examples = "24918")
                long workItems,
        @Schema(title = "Done", description = "Of these, done", examples = "24918") long done,
        @Schema(title = "Open", description = "Of these, still open", examples = "0") long open,
        @Schema(title = "Events", description = "Events of these work items", examples = "141712")
                long events,
        @Schema(
                        title = "Flow time",
                        description =
                                "Time from first to last event of the items that are done; null while none is",
                        nullable = true)
                Times flowTime,
        @Schema(
                        title = "Mean flow time",
                        description = "Mean flow time in hours; null while no item is done",
                        examples = "315.2429",
                        nullable = true)
                BigDecimal meanFlowTimeHours,
        @Schema(
                        title = "Flow efficiency",
                        description =
                                "Share of active time in flow time, 0 to 1; null when states say nothing of it",
                        examples = "0.23",
                        nullable = true)
                BigDecimal efficiency,
        @Schema(title = "Handoffs", description = "Changes of the carrier") Handoffs handoffs,
        @Schema(
                        title = "Ping-pong",
                        description =
                                "Work that goes to another carrier and straight back: A, B, A")
                PingPong pingPong,
        @Schema(title = "SLA", description = "The SLA clock, beside the end-to-end clock") Sla sla,
        @Schema(
                        title = "Figures as of",
                        description = "When the last event that counts here was stored")
                Instant asOf) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(
            name = "ReportedFlowTimes",
            title = "Flow time",
            description = "Time from first to last event, as durations (ISO 8601).")
    public record Times(
            @Schema(
                            title = "Mean flow time",
                            description = "Mean of the work items that are done",
                            examples = "PT315H14M34S")
                    String mean,
            @Schema(
                            title = "Median flow time",
                            description = "Half of the work items that are done took no longer",
                            examples = "PT26H3M")
                    String p50,
            @Schema(
                            title = "85th percentile of flow time",
                            description = "85 of 100 work items that are done took no longer",
                            examples = "PT340H")
                    String p85,
            @Schema(
                            title = "95th percentile of flow time",
                            description = "95 of 100 work items that are done took no longer",
                            examples = "PT1100H")
                    String p95) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(
            name = "ReportedHandoffTotals",
            title = "Handoffs",
            description = "Handoffs over all items.")
    public record Handoffs(
            @Schema(title = "Handoffs", description = "All handoffs", examples = "19087")
                    long total,
            @Schema(
                            title = "Handoffs per work item",
                            description = "Per work item; null without any item",
                            examples = "0.766",
                            nullable = true)
                    BigDecimal mean,
            @Schema(
                            title = "Work items with a handoff",
                            description = "Items with at least one",
                            examples = "9575")
                    long items,
            @Schema(
                            title = "Most handoffs in one work item",
                            description = "Most in one item",
                            examples = "25")
                    long max) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(
            name = "ReportedPingPong",
            title = "Ping-pong",
            description = "Work that goes to another carrier and straight back: A, B, A.")
    public record PingPong(
            @Schema(
                            title = "Work items with ping-pong",
                            description = "Items with one occurrence or more",
                            examples = "2216")
                    long items,
            @Schema(
                            title = "Ping-pong occurrences",
                            description = "How often; overlapping ones count each",
                            examples = "3675")
                    long occurrences,
            @Schema(
                            title = "Share of work items with ping-pong",
                            description = "Share of all items, 0 to 1; null without any",
                            examples = "0.0889",
                            nullable = true)
                    BigDecimal share) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "ReportedSla", title = "SLA", description = "How many items met their SLA.")
    public record Sla(
            @Schema(
                            title = "Work items with an SLA result",
                            description = "Items with an SLA result",
                            examples = "24918")
                    long measured,
            @Schema(
                            title = "Work items that met their SLA",
                            description = "Of these, met",
                            examples = "15000")
                    long met,
            @Schema(
                            title = "Share that met the SLA",
                            description = "Share met, 0 to 1; null when none is measured",
                            examples = "0.6",
                            nullable = true)
                    BigDecimal share) {}
}
