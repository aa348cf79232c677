package io.jointly.catalog.valuestream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Tabular;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The gap list of a stream, with what both states add up to. */
@Schema(name = "Gaps", description = "The gap list of a stream, with what both states add up to.")
public record GapsView(
        @Schema(examples = "employee-onboarding") String stream,
        @Schema(description = "What the stages of today add up to") StreamMap current,
        @Schema(
                        description =
                                "What the stages of the future state add up to; null as long as none is drawn",
                        nullable = true)
                StreamMap future,
        @Schema(
                        description =
                                "Future less current; null as long as no future state is drawn",
                        nullable = true)
                Totals difference,
        List<GapView> items,
        @Schema(description = "Address of the next page; null on the last one", nullable = true)
                String next,
        @Schema(description = "Address of this page") String self,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Size of the whole list, with count=true only")
                Long total)
        implements Tabular {

    static GapsView of(String stream, StreamMap current, StreamMap future, Page<GapView> page) {
        return new GapsView(
                stream,
                current,
                future,
                future == null ? null : Totals.between(current, future),
                page.items(),
                page.next(),
                page.self(),
                page.total());
    }

    /** By how much the sums differ. */
    @Schema(
            name = "GapTotals",
            description = "By how much the sums differ, future less current; negative is less.")
    public record Totals(
            @Schema(type = SchemaType.STRING, format = "duration", examples = "PT-3H")
                    Duration processTime,
            @Schema(type = SchemaType.STRING, format = "duration", examples = "PT-200H")
                    Duration leadTime,
            @Schema(description = "Null where a side has none", nullable = true, examples = "0.05")
                    BigDecimal activityRatio,
            @Schema(description = "Null where a side has none", nullable = true, examples = "0.25")
                    BigDecimal rolledCompleteAndAccurate,
            @Schema(description = "Handoffs between departments", examples = "-2") int handoffs) {

        static Totals between(StreamMap current, StreamMap future) {
            return new Totals(
                    future.processTime().minus(current.processTime()),
                    future.leadTime().minus(current.leadTime()),
                    less(future.activityRatio(), current.activityRatio()),
                    less(future.rolledCompleteAndAccurate(), current.rolledCompleteAndAccurate()),
                    future.handoffs() - current.handoffs());
        }

        private static BigDecimal less(BigDecimal future, BigDecimal current) {
            return future == null || current == null ? null : future.subtract(current);
        }
    }
}
