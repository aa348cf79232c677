package io.jointly.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of any count of votes. */
class BallotsPropertiesTest {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Property
    void consentIsAgreementOrAbstentionOfEverybody(@ForAll("votes") List<Vote> votes) {
        var carried = Method.CONSENT.refusal(ballots(votes), "A", null).isEmpty();
        var agreeing =
                votes.stream()
                        .filter(v -> v.position() == Position.AGREE && "A".equals(v.option()))
                        .count();
        var abstaining = votes.stream().filter(v -> v.position() == Position.ABSTAIN).count();
        assertThat(carried).isEqualTo(agreeing > 0 && agreeing + abstaining == votes.size());
    }

    @Property
    void twoOptionsNeverBothHaveTheMajority(@ForAll("votes") List<Vote> votes) {
        var ballots = ballots(votes);
        assertThat(ballots.exceeds("A", HALF) && ballots.exceeds("B", HALF)).isFalse();
    }

    @Property
    void theThresholdIsExceededNotReached(@ForAll @IntRange(min = 1, max = 50) int pairs) {
        var votes = new ArrayList<Vote>();
        for (var i = 0; i < pairs; i++) {
            votes.add(vote(2 * i, Position.AGREE, "A"));
            votes.add(vote(2 * i + 1, Position.OBJECT, "A"));
        }
        assertThat(ballots(votes).exceeds("A", HALF)).isFalse();
        votes.add(vote(2 * pairs, Position.AGREE, "A"));
        assertThat(ballots(votes).exceeds("A", HALF)).isTrue();
    }

    @Property
    void abstentionsTakePartButTakeNoSides(@ForAll("votes") List<Vote> votes) {
        var before = ballots(votes);
        var more = new ArrayList<>(votes);
        more.add(vote(votes.size(), Position.ABSTAIN, null));
        var after = ballots(more);
        assertThat(after.exceeds("A", HALF)).isEqualTo(before.exceeds("A", HALF));
        assertThat(after.missing()).hasSameSizeAs(before.missing());
    }

    @Property
    void onlyThoseWhoVotedCountForTheQuorum(
            @ForAll @IntRange(min = 1, max = 60) int departments,
            @ForAll @IntRange(max = 60) int voters,
            @ForAll @IntRange(max = 100) int percent) {
        var took = Math.min(voters, departments);
        var ballots =
                new Ballots(
                        names(departments),
                        IntStream.range(0, took)
                                .mapToObj(i -> vote(i, Position.ABSTAIN, null))
                                .toList(),
                        Map.of());
        assertThat(ballots.missing()).hasSize(departments - took);
        assertThat(ballots.reaches(BigDecimal.valueOf(percent, 2)))
                .isEqualTo(took * 100 >= percent * departments);
    }

    @Property
    void theOrderOfVotesDoesNotMatter(@ForAll("votes") List<Vote> votes) {
        var turned = new ArrayList<>(votes);
        java.util.Collections.reverse(turned);
        assertThat(ballots(turned).agreeing("A")).isEqualTo(ballots(votes).agreeing("A"));
        assertThat(ballots(turned).takingSides()).isEqualTo(ballots(votes).takingSides());
    }

    @Provide
    Arbitrary<List<Vote>> votes() {
        return Combinators.combine(Arbitraries.of(Position.class), Arbitraries.of("A", "B"))
                .as((position, option) -> vote(0, position, option))
                .list()
                .ofMaxSize(30)
                .map(
                        list ->
                                IntStream.range(0, list.size())
                                        .mapToObj(
                                                i ->
                                                        vote(
                                                                i,
                                                                list.get(i).position(),
                                                                list.get(i).option()))
                                        .toList());
    }

    private static Ballots ballots(List<Vote> votes) {
        return new Ballots(names(votes.size()), votes, Map.of());
    }

    private static List<String> names(int many) {
        return IntStream.range(0, many).mapToObj(i -> "d" + i).toList();
    }

    private static Vote vote(int department, Position position, String option) {
        return new Vote(
                "d" + department,
                position == Position.ABSTAIN ? null : option,
                position,
                "because",
                "somebody",
                Instant.EPOCH);
    }
}
