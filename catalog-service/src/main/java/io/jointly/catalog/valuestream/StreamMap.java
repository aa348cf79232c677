package io.jointly.catalog.valuestream;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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
                BigDecimal rolledCompleteAndAccurate,
        @Schema(
                        description =
                                "Handoffs between departments: steps from one stage to the next that another department does",
                        examples = "3")
                int handoffs) {

    static StreamMap of(List<? extends Timed> stages) {
        var process = stages.stream().map(Timed::processTime).reduce(Duration.ZERO, Duration::plus);
        var lead = stages.stream().map(Timed::leadTime).reduce(Duration.ZERO, Duration::plus);
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
                                .map(Timed::completeAndAccurate)
                                .reduce(BigDecimal.ONE, BigDecimal::multiply)
                                .setScale(4, RoundingMode.HALF_UP),
                handoffs(stages));
    }

    private static int handoffs(List<? extends Timed> stages) {
        return (int)
                IntStream.range(1, stages.size())
                        .filter(
                                i ->
                                        !stages.get(i)
                                                .department()
                                                .equals(stages.get(i - 1).department()))
                        .count();
    }
}
