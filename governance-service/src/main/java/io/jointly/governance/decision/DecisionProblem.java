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

        NotAllTookPart(List<String> missing) {
            super(
                    Kind.RULE_VIOLATED,
                    "not-all-took-part",
                    "A decision is not valid without every department that it affects having taken part; still missing: %s."
                            .formatted(String.join(", ", missing)));
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

        ObjectionStands(String option, List<Vote> objections) {
            super(
                    Kind.RULE_VIOLATED,
                    "objection-stands",
                    "Option '%s' has no consent while an objection stands: %s."
                            .formatted(
                                    option,
                                    objections.stream()
                                            .map(v -> v.department() + " (" + v.reason() + ")")
                                            .collect(Collectors.joining("; "))));
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
