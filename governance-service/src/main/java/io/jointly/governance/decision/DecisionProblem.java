package io.jointly.governance.decision;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Why something cannot be done with a decision. */
abstract sealed class DecisionProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private DecisionProblem(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private DecisionProblem(String code, String detail, String pointer, String error) {
        super(Kind.RULE_VIOLATED, code, detail, List.of(FieldError.at(pointer, error)));
    }

    /** Why nothing could be decided, once voting is over and nobody can do anything about it. */
    String onceVotingIsOver() {
        return getMessage();
    }

    static final class Closed extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        Closed(String reference, DecisionState state) {
            super(
                    Kind.CONFLICT,
                    "decision-closed",
                    "%s is %s and takes no more votes or outcomes."
                            .formatted(reference, state.toString().replace('-', ' ')));
        }
    }

    static final class VotingOver extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        VotingOver(String reference) {
            super(
                    Kind.CONFLICT,
                    "voting-over",
                    "The closing date of %s has passed; its driver records the outcome now."
                            .formatted(reference));
        }
    }

    static final class NotAffected extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        NotAffected(String department, String pointer) {
            super(
                    "department-not-affected",
                    "'%s' is not one of the departments that this decision affects."
                            .formatted(department),
                    pointer,
                    "is not an affected department");
        }
    }

    static final class UnknownOption extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        UnknownOption(String option, List<String> known) {
            super(
                    "unknown-option",
                    "There is no option '%s'; there are %s."
                            .formatted(option, String.join(", ", known)),
                    "/option",
                    "is none of " + String.join(", ", known));
        }
    }

    static final class ObjectionWithoutReason extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        ObjectionWithoutReason() {
            super(
                    "objection-without-reason",
                    "An objection argues harm: say in 'reason' which harm is to be expected.",
                    "/reason",
                    "must say which harm is to be expected");
        }
    }

    static final class NotAllTookPart extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        private final String missing;

        /** Nothing is wrong with the outcome; it only comes before its time. */
        NotAllTookPart(Ballots ballots) {
            this(ballots.missing().stream().map(ballots::name).collect(Collectors.joining(", ")));
        }

        private NotAllTookPart(String missing) {
            super(
                    Kind.CONFLICT,
                    "not-all-took-part",
                    "The outcome waits for the vote of: %s. A decision is valid once every department that it affects has taken part; an abstention counts."
                            .formatted(missing));
            this.missing = missing;
        }

        @Override
        String onceVotingIsOver() {
            return "No vote came from: %s.".formatted(missing);
        }
    }

    static final class NoQuorum extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        NoQuorum(BigDecimal quorum) {
            super(
                    Kind.RULE_VIOLATED,
                    "no-quorum",
                    "Fewer departments took part than the quorum of %s asks for."
                            .formatted(quorum.toPlainString()));
        }
    }

    static final class ObjectionStands extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        ObjectionStands(String option, Ballots ballots, List<Vote> objections) {
            super(
                    Kind.RULE_VIOLATED,
                    "objection-stands",
                    "Option '%s' has no consent while an objection stands: %s."
                            .formatted(
                                    option,
                                    objections.stream()
                                            .map(
                                                    v ->
                                                            "%s (%s)"
                                                                    .formatted(
                                                                            ballots.name(
                                                                                    v.department()),
                                                                            v.reason()))
                                            .collect(Collectors.joining("; "))));
        }
    }

    static final class NoConsentToOption extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        private final String finding;

        NoConsentToOption(String option, Ballots ballots, List<Vote> elsewhere) {
            this(
                    "Not every department consented to option '%s': %s."
                            .formatted(
                                    option,
                                    elsewhere.stream()
                                            .map(v -> told(v, ballots))
                                            .collect(Collectors.joining("; "))));
        }

        private NoConsentToOption(String finding) {
            super(
                    Kind.RULE_VIOLATED,
                    "no-consent-to-option",
                    finding
                            + " Each of them can vote again, for this option or with an abstention, until voting closes.");
            this.finding = finding;
        }

        @Override
        String onceVotingIsOver() {
            return finding;
        }

        private static String told(Vote vote, Ballots ballots) {
            return "%s %s to option '%s'"
                    .formatted(
                            ballots.name(vote.department()),
                            vote.position() == Position.AGREE ? "agreed" : "objected",
                            vote.option());
        }
    }

    static final class NobodyAgrees extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        NobodyAgrees(String option) {
            super(
                    Kind.RULE_VIOLATED,
                    "nobody-agrees",
                    "No department agrees to option '%s'.".formatted(option));
        }
    }

    static final class NoMajority extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        NoMajority(String option, long agreeing, long takingSides, BigDecimal threshold) {
            super(
                    Kind.RULE_VIOLATED,
                    "no-majority",
                    "%d of %d departments that took sides agree to option '%s'; more than a share of %s must."
                            .formatted(agreeing, takingSides, option, threshold.toPlainString()));
        }
    }

    static final class AnotherOpen extends DecisionProblem {
        private static final long serialVersionUID = 1L;

        AnotherOpen(String escalation) {
            super(
                    Kind.CONFLICT,
                    "decision-open",
                    "A decision out of %s is open already; decide that one first."
                            .formatted(escalation));
        }
    }
}
