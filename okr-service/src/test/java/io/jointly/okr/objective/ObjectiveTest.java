package io.jointly.okr.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.okr.neighbour.Verdict;
import io.jointly.okr.reference.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final Checked ALL_KNOWN =
            new Checked(
                    Map.of(
                            "hr",
                            Verdict.VERIFIED,
                            "it",
                            Verdict.VERIFIED,
                            "facilities",
                            Verdict.VERIFIED),
                    Map.of());

    @Test
    void isAgreedOnceEveryOwnerAccepted() {
        var objective = owned("hr", "it");
        objective.accept(terms("hr"), head("head-hr"));
        assertThat(objective.agreed()).isFalse();
        objective.accept(terms("it"), head("head-it"));
        assertThat(objective.agreed()).isTrue();
    }

    @Test
    void partsRiskAndRewardEvenlyUnlessSomebodyProposesElse() {
        var objective = owned("hr", "it", "facilities");
        assertThat(objective.shares())
                .containsExactly(
                        new ProposedShare("hr", 34, 34),
                        new ProposedShare("it", 33, 33),
                        new ProposedShare("facilities", 33, 33));
    }

    @Test
    void givesNobodyAnotherShareForBeingQuick() {
        var objective = owned("hr", "it");
        assertThatExceptionOfType(ObjectiveProblem.OtherShares.class)
                .isThrownBy(() -> objective.accept(terms("hr", 90, 50), head("head-hr")))
                .withMessageContaining("risk")
                .satisfies(e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/riskShare"));
        assertThatExceptionOfType(ObjectiveProblem.OtherShares.class)
                .isThrownBy(() -> objective.accept(terms("hr", 50, 90), head("head-hr")))
                .withMessageContaining("reward");
        assertThat(objective.acceptedByAny()).isFalse();
        objective.accept(terms("hr", 50, 50), head("head-hr"));
        objective.accept(terms("it"), head("head-it"));
        assertThat(objective.agreed()).isTrue();
    }

    @Test
    void takesSharesThatMakeTheWholeOnly() {
        assertThatExceptionOfType(ObjectiveProblem.SharesPassHundred.class)
                .isThrownBy(() -> shared("hr", 60, 50, "it", 41, 50))
                .withMessageContaining("risk");
        assertThatExceptionOfType(ObjectiveProblem.SharesBelowHundred.class)
                .isThrownBy(() -> shared("hr", 60, 50, "it", 40, 49))
                .withMessageContaining("reward");
        assertThat(shared("hr", 60, 0, "it", 40, 100).shares())
                .containsExactly(new ProposedShare("hr", 60, 0), new ProposedShare("it", 40, 100));
    }

    @Test
    void anEditAsksEverybodyAgain() {
        var objective = owned("hr", "it");
        objective.accept(terms("hr"), head("head-hr"));
        objective.accept(terms("it"), head("head-it"));
        objective.edit(wish("hr", "it"), null, ALL_KNOWN);
        assertThat(objective.agreed()).isFalse();
        assertThat(objective.acceptedByAny()).isFalse();
    }

    @Test
    void otherTermsOfOneOwnerAskTheOthersAgain() {
        var objective = owned("hr", "it", "facilities");
        objective.accept(terms("hr"), head("head-hr"));
        objective.accept(terms("it"), head("head-it"));
        objective.accept(
                new Acceptance("hr", "We may", "We bring", "We gain", null, null), head("head-hr"));
        objective.accept(terms("facilities"), head("head-facilities"));
        assertThat(objective.agreed()).as("it has not seen the new terms").isFalse();
        objective.accept(terms("it"), head("head-it"));
        assertThat(objective.agreed()).isTrue();
    }

    @Test
    void refusesWhoDoesNotOwnIt() {
        assertThatExceptionOfType(ObjectiveProblem.NotAnOwner.class)
                .isThrownBy(
                        () -> owned("hr", "it").accept(terms("legal", 1, 1), head("head-legal")));
    }

    @Test
    void changesNoMoreOnceClosed() {
        var objective = owned("hr");
        objective.close();
        assertThatExceptionOfType(ObjectiveProblem.Closed.class).isThrownBy(objective::close);
        assertThatExceptionOfType(ObjectiveProblem.Closed.class)
                .isThrownBy(() -> objective.accept(terms("hr", 100, 100), head("head-hr")));
        assertThatExceptionOfType(ObjectiveProblem.Closed.class)
                .isThrownBy(() -> objective.edit(wish("hr"), null, ALL_KNOWN));
    }

    private static Objective owned(String... departments) {
        return new Objective(wish(departments), null, ALL_KNOWN, head("head-" + departments[0]));
    }

    private static Actor head(String account) {
        return new Actor(account, "Test " + account);
    }

    private static DraftObjective wish(String... departments) {
        return new DraftObjective(
                "2026-q4",
                "Title",
                "Why",
                Ambition.COMMITTED,
                List.of(departments),
                List.of(),
                null);
    }

    private static Objective shared(
            String one, int risk, int reward, String other, int otherRisk, int otherReward) {
        var wish =
                new DraftObjective(
                        "2026-q4",
                        "Title",
                        "Why",
                        Ambition.COMMITTED,
                        List.of(one, other),
                        List.of(),
                        List.of(
                                new ProposedShare(other, otherRisk, otherReward),
                                new ProposedShare(one, risk, reward)));
        return new Objective(wish, null, ALL_KNOWN, head("head-" + one));
    }

    private static Acceptance terms(String department) {
        return new Acceptance(department, "We will", "We bring", "We gain", null, null);
    }

    private static Acceptance terms(String department, int risk, int reward) {
        return new Acceptance(department, "We will", "We bring", "We gain", risk, reward);
    }
}
