package io.jointly.okr.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 62, 0.62",
        "0, 100, -5, 0",
        "0, 100, 140, 1",
        "0.0889, 0.04, 0.0889, 0",
        "0.0889, 0.04, 0.0713, 0.3599",
        "0.0889, 0.04, 0.01, 1",
        "0.0889, 0.04, 0.2, 0",
        "-10, 10, 0, 0.5"
    })
    void followsTheLinearScaleWhicheverWayItGoes(
            BigDecimal baseline, BigDecimal goal, BigDecimal value, BigDecimal progress) {
        assertThat(new Target.Metric(baseline, goal).progressAt(value))
                .isEqualByComparingTo(progress);
    }

    @Test
    void takesItsDirectionFromBaselineAndGoal() {
        assertThat(new Target.Metric(BigDecimal.ONE, BigDecimal.TEN).direction())
                .isEqualTo(Direction.UP);
        assertThat(new Target.Metric(BigDecimal.TEN, BigDecimal.ONE).direction())
                .isEqualTo(Direction.DOWN);
    }

    @Test
    void refusesAGoalThatAsksForNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target.Metric(BigDecimal.ONE, new BigDecimal("1.00")));
    }

    @Test
    void aMilestoneIsDoneOrNot() {
        assertThat(new Target.Milestone().progressAt(BigDecimal.ZERO)).isZero();
        assertThat(new Target.Milestone().progressAt(BigDecimal.ONE)).isEqualByComparingTo("1");
    }
}
