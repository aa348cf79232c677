package io.jointly.catalog.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.jointly.kit.paging.Tabular;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the flow of work changes over time. */
@Schema(
        name = "Trend",
        description =
                "How the flow of work changes over time, the earliest period first, beside a baseline.")
public record TrendView(
        String stream,
        Level level,
        Grain grain,
        @Schema(nullable = true) String type,
        @Schema(
                        description =
                                "What the periods are held against; null when none was asked for",
                        nullable = true)
                Point baseline,
        List<Point> items,
        @Schema(description = Figures.RECALCULATING) boolean recalculating)
        implements Tabular, Figures<TrendView> {

    TrendView(
            String stream,
            Level level,
            Grain grain,
            String type,
            Point baseline,
            List<Point> items) {
        this(stream, level, grain, type, baseline, items, false);
    }

    @Override
    public TrendView whileRecalculating() {
        return new TrendView(stream, level, grain, type, baseline, items, true);
    }

    /** How long a period is; weeks begin on Monday (ISO 8601). */
    public enum Grain {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One period. */
    @Schema(name = "TrendPoint", description = "The figures of one period, in UTC days.")
    public record Point(
            LocalDate from,
            @Schema(description = "Exclusive") LocalDate to,
            @Schema(description = "Work items whose first event lies in it (arrivals)")
                    long arrived,
            @Schema(description = "Flow velocity: done work items whose last event lies in it")
                    long done,
            @Schema(
                            description =
                                    "Flow load: work items that had begun and were not done at the end of it")
                    long load,
            @Schema(nullable = true, description = "Mean flow time of the done ones, in hours")
                    Double meanFlowTimeHours,
            @Schema(nullable = true, description = "85th percentile of the same, in hours")
                    Double p85FlowTimeHours,
            @Schema(nullable = true, description = "Handoffs per work item that ended in it")
                    Double handoffsPerItem,
            @Schema(nullable = true, description = "Share of them that ping-pong, 0 to 1")
                    Double pingPongShare,
            @Schema(nullable = true, description = "Share of them with rework, 0 to 1")
                    Double reworkShare,
            @Schema(nullable = true, description = "Flow efficiency of the done ones, 0 to 1")
                    Double efficiency,
            @Schema(nullable = true, description = "Share within their service level, 0 to 1")
                    Double slaMetShare) {}
}
