package io.jointly.catalog.valuestream;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lies between a stage of today and what becomes of it. */
@Schema(
        name = "Gap",
        description = "What lies between a stage of today and what the future state makes of it.")
public record GapView(
        @Schema(
                        description = "Key of the stage of today, or of the stage that is added",
                        examples = "grant-access")
                String stage,
        @Schema(examples = "Grant access") String name,
        @Schema(
                        description =
                                "`changed` or `unchanged` where something follows from the stage, `dropped` where nothing does, `added` for a new one")
                GapKind kind,
        @Schema(description = "The stage today; null for one that is added", nullable = true)
                Side current,
        @Schema(
                        description =
                                "The stage or stages that follow from it, taken together; null for one that is dropped",
                        nullable = true)
                Side future,
        Difference difference,
        @Schema(description = "What is to be done about it", nullable = true)
                GapImprovement improvement) {

    /** One side of a gap. */
    @Schema(name = "GapSide", description = "One side of a gap.")
    public record Side(
            @Schema(description = "Names of its stages, in order") List<String> stages,
            @Schema(description = "Codes of the departments that do the work, in order")
                    List<String> departments,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "Sum of process times")
                    Duration processTime,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "Sum of lead times")
                    Duration leadTime,
            @Schema(description = "Product of %C/A, 0 to 1", examples = "0.64")
                    BigDecimal completeAndAccurate) {

        static Side of(List<? extends Timed> stages) {
            var sums = StreamMap.of(stages);
            return new Side(
                    stages.stream().map(Timed::name).toList(),
                    stages.stream().map(Timed::department).distinct().toList(),
                    sums.processTime(),
                    sums.leadTime(),
                    sums.rolledCompleteAndAccurate().stripTrailingZeros());
        }
    }

    /** By how much, future less current. */
    @Schema(
            name = "GapDifference",
            description = "By how much it differs: future less current; negative is less.")
    public record Difference(
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "Of the process time; a side that is missing counts as 0",
                            examples = "PT-30M")
                    Duration processTime,
            @Schema(
                            type = SchemaType.STRING,
                            format = "duration",
                            description = "Of the lead time; a side that is missing counts as 0",
                            examples = "PT-68H")
                    Duration leadTime,
            @Schema(
                            description = "Of %C/A; null where a side is missing",
                            nullable = true,
                            examples = "0.31")
                    BigDecimal completeAndAccurate,
            @Schema(description = "Whether other departments do the work") boolean department) {

        static Difference between(Side current, Side future) {
            return new Difference(
                    processTime(future).minus(processTime(current)),
                    leadTime(future).minus(leadTime(current)),
                    current == null || future == null
                            ? null
                            : future.completeAndAccurate().subtract(current.completeAndAccurate()),
                    current != null
                            && future != null
                            && !current.departments().equals(future.departments()));
        }

        private static Duration processTime(Side side) {
            return side == null ? Duration.ZERO : side.processTime();
        }

        private static Duration leadTime(Side side) {
            return side == null ? Duration.ZERO : side.leadTime();
        }
    }
}
