package io.jointly.catalog.valuestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Worked out again in whole numbers and fractions, with no arithmetic of the code under test. */
class StreamMapPropertiesTest {
    private static final int TEN_YEARS = 315_619_200;

    /** A stage in plain numbers: seconds, and %C/A in ten-thousandths. */
    record Plain(String department, int process, int lead, int accurate) {
        StageView stage(int n) {
            return new StageView(
                    "stage-" + n,
                    "Stage " + n,
                    department,
                    Duration.ofSeconds(process),
                    Duration.ofSeconds(lead),
                    BigDecimal.valueOf(accurate, 4),
                    HandoffKind.MANUAL);
        }
    }

    @Provide
    Arbitrary<List<Plain>> stages() {
        var times = Arbitraries.integers().between(0, TEN_YEARS);
        return Combinators.combine(
                        Arbitraries.of("hr", "it", "sales"),
                        times,
                        times,
                        Arbitraries.integers().between(0, 10_000))
                .as((d, a, b, c) -> new Plain(d, Math.min(a, b), Math.max(a, b), c))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void addsTimesUpAndDividesThem(@ForAll("stages") List<Plain> stages) {
        var map = StreamMap.of(views(stages));
        var process = stages.stream().mapToLong(Plain::process).sum();
        var lead = stages.stream().mapToLong(Plain::lead).sum();

        assertThat(map.processTime().toSeconds()).isEqualTo(process);
        assertThat(map.leadTime().toSeconds()).isEqualTo(lead);
        if (lead == 0) {
            assertThat(map.activityRatio()).isNull();
        } else {
            // Half up to four places, in whole numbers: floor(10^4 p / l + 1/2).
            var expected = (2 * 10_000 * process + lead) / (2 * lead);
            assertThat(map.activityRatio()).isEqualTo(BigDecimal.valueOf(expected, 4));
            assertThat(map.activityRatio()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @Property
    void multipliesSharesExactlyAndRoundsOnce(@ForAll("stages") List<Plain> stages) {
        var map = StreamMap.of(views(stages));
        if (stages.isEmpty()) {
            assertThat(map.rolledCompleteAndAccurate()).isNull();
            return;
        }
        var product = BigInteger.ONE;
        for (var stage : stages) {
            product = product.multiply(BigInteger.valueOf(stage.accurate()));
        }
        // The product has 4 n places; half up to four of them.
        var scale = BigInteger.TEN.pow(4 * (stages.size() - 1));
        var expected = product.add(product).add(scale).divide(scale.add(scale));
        assertThat(map.rolledCompleteAndAccurate()).isEqualTo(new BigDecimal(expected, 4));
        assertThat(map.rolledCompleteAndAccurate().doubleValue())
                .isCloseTo(
                        stages.stream()
                                .mapToDouble(s -> s.accurate() / 10_000.0)
                                .reduce(1, (a, b) -> a * b),
                        within(0.000_051));
    }

    @Property
    void countsChangesOfDepartmentAsHandoffs(@ForAll("stages") List<Plain> stages) {
        var names = stages.stream().map(Plain::department).toList();
        var runs = 0;
        String last = null;
        for (var name : names) {
            runs += name.equals(last) ? 0 : 1;
            last = name;
        }
        assertThat(StreamMap.of(views(stages)).handoffs()).isEqualTo(Math.max(0, runs - 1));
    }

    /**
     * Each future stage follows from a stage of today or is new: nothing is lost between the two.
     */
    @Property
    void gapsAddUpToTheDifferenceOfTheSums(
            @ForAll("stages") List<Plain> current,
            @ForAll("stages") List<Plain> future,
            @ForAll int seed) {
        var today = views(current);
        var later = followers(future, current.size(), seed);

        var gaps = Gaps.between(today, later, Map.of());

        if (future.isEmpty()) {
            assertThat(gaps).isEmpty();
            return;
        }
        var process =
                future.stream().mapToLong(Plain::process).sum()
                        - current.stream().mapToLong(Plain::process).sum();
        var lead =
                future.stream().mapToLong(Plain::lead).sum()
                        - current.stream().mapToLong(Plain::lead).sum();
        assertThat(gaps.stream().mapToLong(g -> g.difference().processTime().toSeconds()).sum())
                .isEqualTo(process);
        assertThat(gaps.stream().mapToLong(g -> g.difference().leadTime().toSeconds()).sum())
                .isEqualTo(lead);
        assertThat(gaps.stream().map(GapView::stage)).doesNotHaveDuplicates();
        assertThat(gaps).filteredOn(g -> g.kind() != GapKind.ADDED).hasSameSizeAs(today);
        assertThat(gaps)
                .allSatisfy(
                        gap ->
                                assertThat(Tuple.of(gap.current() == null, gap.future() == null))
                                        .isEqualTo(
                                                Tuple.of(
                                                        gap.kind() == GapKind.ADDED,
                                                        gap.kind() == GapKind.DROPPED)));
    }

    private static List<FutureStageView> followers(List<Plain> future, int current, int seed) {
        var random = new java.util.Random(seed);
        var later = new ArrayList<FutureStageView>();
        for (var i = 0; i < future.size(); i++) {
            var stage = future.get(i).stage(i);
            var follows = random.nextInt(current + 1);
            later.add(
                    new FutureStageView(
                            "later-" + i,
                            follows == current ? null : "stage-" + follows,
                            stage.name(),
                            stage.department(),
                            stage.processTime(),
                            stage.leadTime(),
                            stage.completeAndAccurate(),
                            stage.handoff()));
        }
        return later;
    }

    private static List<StageView> views(List<Plain> stages) {
        var views = new ArrayList<StageView>();
        for (var i = 0; i < stages.size(); i++) {
            views.add(stages.get(i).stage(i));
        }
        return views;
    }
}
