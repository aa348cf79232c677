package io.jointly.okr.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of scoring whatever the numbers. */
class ScoringPropertiesTest {
    @Property
    void progressStaysWithinZeroAndOne(
            @ForAll("numbers") BigDecimal baseline,
            @ForAll("numbers") BigDecimal goal,
            @ForAll("numbers") BigDecimal value) {
        Assume.that(baseline.compareTo(goal) != 0);
        assertThat(new Target.Metric(baseline, goal).progressAt(value))
                .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Property
    void progressIsZeroAtTheBaselineAndOneAtTheGoal(
            @ForAll("numbers") BigDecimal baseline, @ForAll("numbers") BigDecimal goal) {
        Assume.that(baseline.compareTo(goal) != 0);
        var target = new Target.Metric(baseline, goal);
        assertThat(target.progressAt(baseline)).isZero();
        assertThat(target.progressAt(goal)).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(target.reaches(goal)).isTrue();
        assertThat(target.reaches(baseline)).isFalse();
    }

    @Property
    void comingCloserNeverCostsProgress(
            @ForAll("numbers") BigDecimal baseline,
            @ForAll("numbers") BigDecimal goal,
            @ForAll("numbers") BigDecimal one,
            @ForAll("numbers") BigDecimal other) {
        Assume.that(baseline.compareTo(goal) != 0);
        var target = new Target.Metric(baseline, goal);
        var rising = target.direction() == Direction.UP;
        var nearer = rising ? one.max(other) : one.min(other);
        var farther = rising ? one.min(other) : one.max(other);
        assertThat(target.progressAt(nearer)).isGreaterThanOrEqualTo(target.progressAt(farther));
    }

    @Property
    void aFallingTargetMirrorsARisingOne(
            @ForAll("numbers") BigDecimal baseline,
            @ForAll("numbers") BigDecimal goal,
            @ForAll("numbers") BigDecimal value) {
        Assume.that(baseline.compareTo(goal) != 0);
        assertThat(new Target.Metric(baseline.negate(), goal.negate()).progressAt(value.negate()))
                .isEqualByComparingTo(new Target.Metric(baseline, goal).progressAt(value));
    }

    @Property
    void theScoreLiesBetweenTheWorstAndTheBestKeyResult(@ForAll("parts") List<Score.Part> parts) {
        var score = Score.of(parts);
        var all = parts.stream().map(Score.Part::progress).sorted().toList();
        assertThat(score).isBetween(all.get(0), all.get(all.size() - 1));
    }

    @Property
    void theScoreDoesNotDependOnTheOrderOrTheUnitOfWeights(
            @ForAll("parts") List<Score.Part> parts) {
        var shuffled = new ArrayList<>(parts);
        Collections.reverse(shuffled);
        var heavier =
                parts.stream()
                        .map(p -> new Score.Part(p.weight().multiply(BigDecimal.TEN), p.progress()))
                        .toList();
        assertThat(Score.of(shuffled)).isEqualByComparingTo(Score.of(parts));
        assertThat(Score.of(heavier)).isEqualByComparingTo(Score.of(parts));
    }

    @Property
    void aKeyResultWithoutACheckInNeverHelps(@ForAll("parts") List<Score.Part> parts) {
        var more = new ArrayList<>(parts);
        more.add(new Score.Part(BigDecimal.ONE, null));
        assertThat(Score.of(more)).isLessThanOrEqualTo(Score.of(parts));
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999999999"), new BigDecimal("999999999999"))
                .ofScale(6);
    }

    @Provide
    Arbitrary<List<Score.Part>> parts() {
        var weights =
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("0.001"), new BigDecimal("999"))
                        .ofScale(3);
        var progress =
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(4);
        return Combinators.combine(weights, progress)
                .as(Score.Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
