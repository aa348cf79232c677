package io.jointly.okr.keyresult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.kit.problem.StandardProblem;
import io.jointly.okr.neighbour.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void takesBaselineAndUnitOfABoundKeyResultFromItsMeasure() {
        var plan = Plan.of(wish(null, "0.04", null, null), measure("0.0889123456"));
        assertThat(plan.baseline()).isEqualByComparingTo("0.088912");
        assertThat(plan.measured()).isEqualByComparingTo("0.088912");
        assertThat(plan.unit()).isEqualTo("ratio");
    }

    @Test
    void asksForABaselineWhileNothingIsMeasured() {
        assertThatExceptionOfType(KeyResultProblem.NothingMeasuredYet.class)
                .isThrownBy(() -> Plan.of(wish(null, "0.04", null, null), measure(null)));
        assertThat(Plan.of(wish("0.1", "0.04", null, null), measure(null)).baseline())
                .isEqualByComparingTo("0.1");
    }

    @Test
    void refusesATargetThatIsReachedAlready() {
        assertThatExceptionOfType(KeyResultProblem.TargetEqualsBaseline.class)
                .isThrownBy(() -> Plan.of(wish("5", "5.0", null, "days"), null));
    }

    @Test
    void wantsTheStretchBeyondTheTarget() {
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(() -> Plan.of(wish("10", "5", "7", "days"), null))
                .satisfies(e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/stretch"));
        assertThat(Plan.of(wish("10", "5", "3", "days"), null).stretch()).isEqualByComparingTo("3");
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(() -> Plan.of(wish(null, null, null, null), null))
                .satisfies(
                        e ->
                                assertThat(e.errors())
                                        .extracting("pointer")
                                        .containsExactly("/target", "/unit", "/baseline"));
    }

    @Test
    void aMilestoneTakesNoNumbers() {
        var milestone =
                new NewKeyResult(
                        "Contract signed",
                        KeyResultKind.MILESTONE,
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        null,
                        null);
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(() -> Plan.of(milestone, null))
                .satisfies(e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/target"));
    }

    private static NewKeyResult wish(String baseline, String target, String stretch, String unit) {
        return new NewKeyResult(
                "Fewer bounces",
                null,
                number(baseline),
                number(target),
                number(stretch),
                unit,
                null,
                null);
    }

    private static Measure measure(String value) {
        return new Measure(
                "ping-pong-share", "Share", "ratio", "lower", number(value), Instant.EPOCH);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
