package io.jointly.okr.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** The one score of an objective, shared by all its owners. */
public final class Score {
    private Score() {}

    /** What one key result adds: its weight, and its progress or null while nobody measured it. */
    public record Part(BigDecimal weight, BigDecimal progress) {}

    /**
     * The weight-normalised mean of the progress of all key results: {@code sum(weight * progress)
     * / sum(weight)}, from 0 to 1 with four digits.
     *
     * <p>A key result without a check-in counts as 0, since nothing shows that it moved. With no
     * check-in at all, or no weight, there is no score (null), not 0.
     */
    public static BigDecimal of(List<Part> parts) {
        var weight = parts.stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weight.signum() == 0 || parts.stream().allMatch(part -> part.progress() == null)) {
            return null;
        }
        return parts.stream()
                .filter(part -> Objects.nonNull(part.progress()))
                .map(part -> part.weight().multiply(part.progress()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(weight, Target.SCALE, RoundingMode.HALF_UP);
    }
}
