package io.jointly.governance.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** How the votes make a decision. */
public enum Method {
    /** All agree to the option or abstain: good enough for now and safe enough to try. */
    CONSENT {
        @Override
        Optional<DecisionProblem> refusal(Ballots ballots, String option, BigDecimal threshold) {
            var objections = ballots.objectionsTo(option);
            if (!objections.isEmpty()) {
                return Optional.of(
                        new DecisionProblem.ObjectionStands(option, ballots, objections));
            }
            if (ballots.agreeing(option) == 0) {
                return Optional.of(new DecisionProblem.NobodyAgrees(option));
            }
            // Who agreed to something else has not been asked about this.
            var elsewhere = ballots.aboutOthersThan(option);
            return elsewhere.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new DecisionProblem.NoConsentToOption(option, ballots, elsewhere));
        }

        @Override
        String validity(Ballots ballots, String option) {
            var abstaining = ballots.abstaining();
            return abstaining == 0
                    ? "Valid: all %d affected departments took part and agreed to option %s; no objection stands."
                            .formatted(ballots.size(), option)
                    : "Valid: all %d affected departments took part; %d agreed to option %s and %d abstained; no objection stands."
                            .formatted(
                                    ballots.size(), ballots.agreeing(option), option, abstaining);
        }
    },

    /** More than the threshold's share of those who take sides agree. */
    MAJORITY {
        @Override
        Optional<DecisionProblem> refusal(Ballots ballots, String option, BigDecimal threshold) {
            return ballots.exceeds(option, threshold)
                    ? Optional.empty()
                    : Optional.of(
                            new DecisionProblem.NoMajority(
                                    option,
                                    ballots.agreeing(option),
                                    ballots.takingSides(),
                                    threshold));
        }

        @Override
        String validity(Ballots ballots, String option) {
            return "Valid: all %d affected departments took part; %d of %d that took sides agree."
                    .formatted(ballots.size(), ballots.agreeing(option), ballots.takingSides());
        }
    };

    /** Why the votes do not carry the option; empty when they do. */
    abstract Optional<DecisionProblem> refusal(
            Ballots ballots, String option, BigDecimal threshold);

    /** What makes the decision valid, in words. */
    abstract String validity(Ballots ballots, String option);

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
