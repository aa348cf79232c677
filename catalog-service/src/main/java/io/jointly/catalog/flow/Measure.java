package io.jointly.catalog.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The flow measures of a stream that others can bind to, each a number that changes with every
 * import.
 */
enum Measure {
    PING_PONG_SHARE(
            "ping-pong-share",
            "Share of work items that ping-pong between teams",
            "ratio",
            Better.LOWER,
            f -> f.pingPong().share()),
    HANDOFFS_PER_ITEM(
            "handoffs-per-item",
            "Handoffs between teams per work item",
            "handoffs",
            Better.LOWER,
            f -> f.handoffs().mean()),
    MEAN_FLOW_TIME(
            "mean-flow-time-hours",
            "Mean flow time of done work items",
            "hours",
            Better.LOWER,
            FlowView::meanFlowTimeHours),
    P85_FLOW_TIME(
            "p85-flow-time-hours",
            "Flow time that 85 % of done work items stay within",
            "hours",
            Better.LOWER,
            f -> f.flowTime() == null ? null : f.flowTime().p85().toMillis() / 3_600_000.0),
    SLA_MET_SHARE(
            "sla-met-share",
            "Share of work items within their service level",
            "ratio",
            Better.HIGHER,
            f -> f.sla().share());

    /** Which way is up. */
    enum Better {
        @JsonProperty("lower")
        LOWER,
        @JsonProperty("higher")
        HIGHER
    }

    /** A measure with its value now. */
    @Schema(name = "Measure", description = "A live measure of a stream.")
    public record View(
            @Schema(examples = "ping-pong-share") String code,
            @Schema(examples = "Share of work items that ping-pong between teams") String name,
            @Schema(examples = "ratio") String unit,
            Better better,
            @Schema(
                            description = "Null when nothing was measured yet",
                            nullable = true,
                            examples = "0.0889")
                    Double value,
            Instant asOf) {}

    private final String code;
    private final String title;
    private final String unit;
    private final Better better;
    private final Function<FlowView, Double> value;

    Measure(
            String code,
            String title,
            String unit,
            Better better,
            Function<FlowView, Double> value) {
        this.code = code;
        this.title = title;
        this.unit = unit;
        this.better = better;
        this.value = value;
    }

    View of(FlowView flow) {
        return new View(code, title, unit, better, value.apply(flow), flow.asOf());
    }

    static Optional<Measure> named(String code) {
        return Arrays.stream(values()).filter(m -> m.code.equals(code)).findFirst();
    }
}
