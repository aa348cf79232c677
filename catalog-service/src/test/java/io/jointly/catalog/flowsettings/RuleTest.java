package io.jointly.catalog.flowsettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.catalog.valuestream.StateClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final Rule ORDERS = activity("Order*", "Equipment", null);

    @Test
    void coversWhateverFitsItsPatterns() {
        assertThat(ORDERS.covers(activity("Order laptop", "Other", null))).isTrue();
        assertThat(ORDERS.covers(activity("ORDER phone", "Other", null))).isTrue();
        assertThat(ORDERS.covers(activity("Reorder", "Other", null))).isFalse();
        assertThat(ORDERS.covers(new Rule("Other", null, null, "New", null, null))).isFalse();
        assertThat(new Rule("All", null, null, null, null, null).covers(ORDERS)).isTrue();
    }

    @Test
    void refusesTwoRulesThatSayDifferentThingsOfTheSameEvents() {
        assertThatExceptionOfType(RulesProblem.Contradict.class)
                .isThrownBy(
                        () ->
                                FlowSettingsService.requireConsistent(
                                        List.of(ORDERS, activity("order*", "Contract", null))));
    }

    @Test
    void refusesARuleThatNothingGetsTo() {
        assertThatExceptionOfType(RulesProblem.NeverReached.class)
                .isThrownBy(
                        () ->
                                FlowSettingsService.requireConsistent(
                                        List.of(
                                                ORDERS,
                                                activity("Order laptop", "Contract", null))));
    }

    @Test
    void letsTheNarrowerRuleGoFirstAndOneRulePlaceWhereAnotherClasses() {
        assertThatCode(
                        () ->
                                FlowSettingsService.requireConsistent(
                                        List.of(
                                                activity("Order laptop", "Contract", null),
                                                ORDERS,
                                                activity("Order*", null, StateClass.ACTIVE))))
                .doesNotThrowAnyException();
    }

    private static Rule activity(String pattern, String stage, StateClass stateClass) {
        return new Rule(stage, stateClass, pattern, null, null, null);
    }
}
