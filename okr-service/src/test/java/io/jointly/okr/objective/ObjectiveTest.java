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
        objective.accept(terms("hr", 40, 50), head("head-hr"));
        assertThat(objective.agreed()).isFalse();
        objective.accept(terms("it", 60, 50), head("head-it"));
        assertThat(objective.agreed()).isTrue();
    }

    @Test
    void neverCarriesMoreThanTheWholeRiskOrReward() {
        var objective = owned("hr", "it", "facilities");
        objective.accept(terms("hr", 60, 20), head("head-hr"));
        assertThatExceptionOfType(ObjectiveProblem.SharesPassHundred.class)
                .isThrownBy(() -> objective.accept(terms("it", 41, 20), head("head-it")))
                .withMessageContaining("risk");
        assertThatExceptionOfType(ObjectiveProblem.SharesPassHundred.class)
                .isThrownBy(() -> objective.accept(terms("it", 40, 81), head("head-it")))
                .withMessageContaining("reward");
        assertThat(objective.agreed()).isFalse();
    }

    @Test
    void leavesNothingToNobodyWhenTheLastOwnerAccepts() {
        var objective = owned("hr", "it");
        objective.accept(terms("hr", 40, 40), head("head-hr"));
        assertThatExceptionOfType(ObjectiveProblem.SharesBelowHundred.class)
                .isThrownBy(() -> objective.accept(terms("it", 50, 60), head("head-it")))
                .satisfies(e -> assertThat(e.errors().get(0).detail()).contains("60"));
    }

    @Test
    void anEditAsksEverybodyAgain() {
        var objective = owned("hr", "it");
        objective.accept(terms("hr", 50, 50), head("head-hr"));
        objective.accept(terms("it", 50, 50), head("head-it"));
        objective.edit(wish("hr", "it"), null, ALL_KNOWN);
        assertThat(objective.agreed()).isFalse();
        assertThat(objective.acceptedByAny()).isFalse();
    }

    @Test
    void otherTermsOfOneOwnerAskTheOthersAgain() {
        var objective = owned("hr", "it", "facilities");
        objective.accept(terms("hr", 30, 30), head("head-hr"));
        objective.accept(terms("it", 30, 30), head("head-it"));
        objective.accept(terms("hr", 50, 30), head("head-hr"));
        objective.accept(terms("facilities", 50, 50), head("head-facilities"));
        assertThat(objective.agreed()).as("it has not seen the new terms").isFalse();
        objective.accept(terms("hr", 50, 30), head("head-hr")); // the same again moves nobody
        assertThatExceptionOfType(ObjectiveProblem.SharesPassHundred.class)
                .isThrownBy(() -> objective.accept(terms("it", 10, 10), head("head-it")));
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
                "2026-q4", "Title", "Why", Ambition.COMMITTED, List.of(departments), List.of());
    }

    private static Acceptance terms(String department, int risk, int reward) {
        return new Acceptance(department, "We will", "We bring", "We gain", risk, reward);
    }
}
