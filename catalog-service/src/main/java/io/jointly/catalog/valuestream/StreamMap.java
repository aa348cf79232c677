package io.jointly.catalog.valuestream;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the stages of a stream add up to. Activity ratio = sum of process times / sum of lead times
 * (K. Martin); rolled %C/A = product of all %C/A.
 */
@Schema(name = "StreamMap", description = "What the stages add up to; null where there are none.")
public record StreamMap(
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "Sum of the process times")
                Duration processTime,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "Sum of the lead times")
                Duration leadTime,
        @Schema(
                        description = "Process time / lead time, 0 to 1; often 0.01 to 0.1",
                        nullable = true,
                        examples = "0.08")
                BigDecimal activityRatio,
        @Schema(
                        description = "Share that passes all stages complete and accurate, 0 to 1",
                        nullable = true,
                        examples = "0.61")
                BigDecimal rolledCompleteAndAccurate) {

    static StreamMap of(List<StageView> stages) {
        var process =
                stages.stream().map(StageView::processTime).reduce(Duration.ZERO, Duration::plus);
        var lead = stages.stream().map(StageView::leadTime).reduce(Duration.ZERO, Duration::plus);
        return new StreamMap(
                process,
                lead,
                lead.isZero()
                        ? null
                        : BigDecimal.valueOf(process.toSeconds())
                                .divide(
                                        BigDecimal.valueOf(lead.toSeconds()),
                                        4,
                                        RoundingMode.HALF_UP),
                stages.isEmpty()
                        ? null
                        : stages.stream()
                                .map(StageView::completeAndAccurate)
                                .reduce(
                                        BigDecimal.ONE,
                                        (a, b) -> a.multiply(b, MathContext.DECIMAL64))
                                .setScale(4, RoundingMode.HALF_UP));
    }
}
