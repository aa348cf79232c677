package io.jointly.okr.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a key result aims at, and how far a value has come towards it. */
public sealed interface Target {
    /** Digits of a progress and of a score after the point. */
    int SCALE = 4;

    /** From 0 (where we started, or worse) to 1 (there, or beyond), with four digits. */
    BigDecimal progressAt(BigDecimal value);

    Direction direction();

    /**
     * A number that moves from a baseline to a goal.
     *
     * <p>Progress is the linear scale {@code (value - baseline) / (goal - baseline)}, kept within 0
     * and 1. The scale is signed, so a falling goal works as well as a rising one.
     */
    record Metric(BigDecimal baseline, BigDecimal goal) implements Target {
        public Metric {
            if (baseline.compareTo(goal) == 0) {
                throw new IllegalArgumentException(
                        "A target that equals its baseline asks for nothing");
            }
        }

        @Override
        public BigDecimal progressAt(BigDecimal value) {
            return value.subtract(baseline)
                    .divide(goal.subtract(baseline), SCALE, RoundingMode.HALF_UP)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.ONE)
                    .setScale(SCALE);
        }

        @Override
        public Direction direction() {
            return goal.compareTo(baseline) > 0 ? Direction.UP : Direction.DOWN;
        }

        /** Whether a value lies at the goal or beyond it. */
        public boolean reaches(BigDecimal value) {
            var beyond = value.compareTo(goal);
            return direction() == Direction.UP ? beyond >= 0 : beyond <= 0;
        }
    }

    /** Something that is done or not: 0 until it is, then 1. */
    record Milestone() implements Target {
        @Override
        public BigDecimal progressAt(BigDecimal value) {
            return (value.compareTo(BigDecimal.ONE) >= 0 ? BigDecimal.ONE : BigDecimal.ZERO)
                    .setScale(SCALE);
        }

        @Override
        public Direction direction() {
            return Direction.UP;
        }
    }
}
