package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report tells of the flow of work through a stream. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "ReportedFlow", description = "How work flows through the stream.")
public record FlowPart(
        @Schema(description = "Work items in the period", examples = "24918") long workItems,
        @Schema(description = "Of these, done", examples = "24918") long done,
        @Schema(description = "Of these, still open", examples = "0") long open,
        @Schema(description = "Events of these work items", examples = "141712") long events,
        @Schema(
                        description =
                                "Time from first to last event of the items that are done; null while none is",
                        nullable = true)
                Times flowTime,
        @Schema(
                        description = "Mean flow time in hours; null while no item is done",
                        examples = "315.2429",
                        nullable = true)
                BigDecimal meanFlowTimeHours,
        @Schema(
                        description =
                                "Share of active time in flow time, 0 to 1; null when states say nothing of it",
                        examples = "0.23",
                        nullable = true)
                BigDecimal efficiency,
        @Schema(description = "Changes of the carrier") Handoffs handoffs,
        @Schema(description = "Returns to a carrier that had the item before") PingPong pingPong,
        @Schema(description = "The SLA clock, beside the end-to-end clock") Sla sla,
        @Schema(description = "When the last event that counts here was stored") Instant asOf) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "ReportedFlowTimes", description = "Durations (ISO 8601).")
    public record Times(
            @Schema(description = "Mean", examples = "PT315H14M34S") String mean,
            @Schema(description = "Median", examples = "PT26H3M") String p50,
            @Schema(description = "85th percentile", examples = "PT340H") String p85,
            @Schema(description = "95th percentile", examples = "PT1100H") String p95) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "ReportedHandoffTotals", description = "Handoffs over all items.")
    public record Handoffs(
            @Schema(description = "All handoffs", examples = "19087") long total,
            @Schema(
                            description = "Per work item; null without any item",
                            examples = "0.766",
                            nullable = true)
                    BigDecimal mean,
            @Schema(description = "Items with at least one", examples = "9575") long items,
            @Schema(description = "Most in one item", examples = "25") long max) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "ReportedPingPong", description = "Work that bounced back.")
    public record PingPong(
            @Schema(description = "Items that came back", examples = "2216") long items,
            @Schema(description = "How often", examples = "3675") long occurrences,
            @Schema(
                            description = "Share of all items, 0 to 1; null without any",
                            examples = "0.0889",
                            nullable = true)
                    BigDecimal share) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "ReportedSla", description = "How many items met their SLA.")
    public record Sla(
            @Schema(description = "Items with an SLA result", examples = "24918") long measured,
            @Schema(description = "Of these, met", examples = "15000") long met,
            @Schema(
                            description = "Share met, 0 to 1; null when none is measured",
                            examples = "0.6",
                            nullable = true)
                    BigDecimal share) {}
}
