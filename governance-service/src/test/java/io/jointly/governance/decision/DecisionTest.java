package io.jointly.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.governance.link.Links;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant CLOSES = NOW.plus(Duration.ofDays(10));
    private static final Map<String, String> NAMES = Map.of("hr", "Human Resources");

    @Test
    void keepsOneVotePerDepartmentTheLastOne() {
        var decision = asked(Method.CONSENT, null, "it", "hr");
        votes(decision, "hr", Position.OBJECT, "A");
        votes(decision, "hr", Position.AGREE, "B");
        assertThat(decision.view(List.of(), List.of()).votes())
                .extracting(Vote::department, Vote::position, Vote::option)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hr", Position.AGREE, "B"));
    }

    @Test
    void isNotValidWithoutEverybodyAffected() {
        var decision = asked(Method.MAJORITY, "0", "it", "hr", "finance");
        votes(decision, "it", Position.AGREE, "A");
        votes(decision, "hr", Position.AGREE, "A");
        assertThatExceptionOfType(DecisionProblem.NotAllTookPart.class)
                .isThrownBy(() -> decision.decide("A", "text", "Marc", NOW, NAMES))
                .withMessageContaining("finance");
    }

    @Test
    void consentIsToTheOptionThatIsDecided() {
        var decision = asked(Method.CONSENT, null, "it", "hr", "finance");
        votes(decision, "it", Position.AGREE, "A");
        votes(decision, "hr", Position.AGREE, "B");
        votes(decision, "finance", Position.ABSTAIN, null);
        assertThatExceptionOfType(DecisionProblem.NoConsentToOption.class)
                .isThrownBy(() -> decision.decide("A", "text", "Marc", NOW, NAMES))
                .withMessageContaining("Human Resources agreed to option 'B'")
                .withMessageContaining("vote again");
        assertThatExceptionOfType(DecisionProblem.NoConsentToOption.class)
                .isThrownBy(() -> decision.decide("B", "text", "Marc", NOW, NAMES))
                .withMessageContaining("it agreed to option 'A'");
        votes(decision, "hr", Position.AGREE, "A");
        decision.decide("A", "text", "Marc", NOW, NAMES);
        assertThat(decision.view(List.of(), List.of()).outcome().validity())
                .isEqualTo(
                        "Valid: all 3 affected departments took part; 2 agreed to option A and 1 abstained; no objection stands.");
    }

    @Test
    void endsUndecidedWhenVotingClosesWithConsentToDifferentOptions() {
        var decision = asked(Method.CONSENT, null, "it", "hr");
        votes(decision, "it", Position.AGREE, "A");
        votes(decision, "hr", Position.AGREE, "B");
        assertThat(decision.closeVoting(CLOSES, NAMES)).isTrue();
        assertThat(decision.view(List.of(), List.of()).outcome().text())
                .contains("Human Resources agreed to option 'B'")
                .doesNotContain("vote again");
    }

    @Test
    void anObjectionStopsEveryOptionUnlessItNamesOne() {
        var decision = asked(Method.CONSENT, null, "it", "hr");
        votes(decision, "it", Position.AGREE, "B");
        votes(decision, "hr", Position.OBJECT, null);
        assertThatExceptionOfType(DecisionProblem.ObjectionStands.class)
                .isThrownBy(() -> decision.decide("B", "text", "Marc", NOW, NAMES));
        votes(decision, "hr", Position.OBJECT, "A");
        assertThatExceptionOfType(DecisionProblem.NoConsentToOption.class)
                .isThrownBy(() -> decision.decide("B", "text", "Marc", NOW, NAMES))
                .withMessageContaining("Human Resources objected to option 'A'");
        votes(decision, "hr", Position.ABSTAIN, null);
        decision.decide("B", "text", "Marc", NOW, NAMES);
        assertThat(decision.view(List.of(), List.of()).state()).isEqualTo(DecisionState.DECIDED);
        assertThat(decision.decidedAt()).isEqualTo(NOW);
    }

    @Test
    void takesNoMoreOnceItHasEnded() {
        var decision = asked(Method.CONSENT, null, "it");
        decision.giveUp("No figures yet", "Marc", NOW);
        assertThatExceptionOfType(DecisionProblem.Closed.class)
                .isThrownBy(() -> votes(decision, "it", Position.AGREE, "A"));
        assertThatExceptionOfType(DecisionProblem.Closed.class)
                .isThrownBy(() -> decision.giveUp("Once more", "Marc", NOW));
    }

    @Test
    void takesVotesToTheLastMoment() {
        var decision = asked(Method.CONSENT, null, "it");
        decision.cast(vote("it", Position.AGREE, "A"), "Marc", CLOSES);
        assertThatExceptionOfType(DecisionProblem.VotingOver.class)
                .isThrownBy(
                        () ->
                                decision.cast(
                                        vote("it", Position.AGREE, "B"),
                                        "Marc",
                                        CLOSES.plusNanos(1000)));
    }

    @Test
    void endsUndecidedWhenVotingClosesWithoutAResult() {
        var decision = asked(Method.CONSENT, null, "it", "hr");
        assertThat(decision.isDueAt(CLOSES.minusSeconds(1))).isFalse();
        assertThat(decision.isDueAt(CLOSES)).isTrue();
        assertThat(decision.closeVoting(CLOSES, NAMES)).isTrue();
        assertThat(decision.isDueAt(CLOSES)).isFalse();
        assertThat(decision.view(List.of(), List.of()).state())
                .isEqualTo(DecisionState.NOT_DECIDED);
    }

    @Test
    void waitsForItsDriverWhenVotingClosesWithAResult() {
        var decision = asked(Method.CONSENT, null, "it");
        votes(decision, "it", Position.AGREE, "A");
        assertThat(decision.closeVoting(CLOSES, NAMES)).isFalse();
        decision.decide("A", "text", "Marc", CLOSES.plusSeconds(1), NAMES);
        assertThat(decision.view(List.of(), List.of()).outcome().option()).isEqualTo("A");
    }

    private static Decision asked(Method method, String threshold, String... departments) {
        var wish =
                new OpenDecision(
                        "Who owns the queue?",
                        "It waits",
                        List.of(new Option("A", "Shared", null), new Option("B", "HR", null)),
                        List.of(departments),
                        new Driver(departments[0]),
                        method,
                        threshold == null ? null : new BigDecimal(threshold),
                        null,
                        null,
                        null,
                        null);
        return new Decision(wish, CLOSES, new Links(Map.of()), null, "head-it", "Marc");
    }

    private static void votes(Decision decision, String department, Position how, String option) {
        decision.cast(vote(department, how, option), "Marc", NOW);
    }

    private static CastVote vote(String department, Position how, String option) {
        return new CastVote(department, option, how, "because");
    }
}
