package io.jointly.governance.escalation;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.util.List;

/** Why something cannot be done with an escalation. */
abstract sealed class EscalationProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private EscalationProblem(String code, String detail) {
        super(Kind.CONFLICT, code, detail);
    }

    private EscalationProblem(String code, String detail, String pointer, String error) {
        super(Kind.RULE_VIOLATED, code, detail, List.of(FieldError.at(pointer, error)));
    }

    static final class TooFewPeers extends EscalationProblem {
        private static final long serialVersionUID = 1L;

        TooFewPeers() {
            super(
                    "peers-missing",
                    "An escalation goes to the peers first: name two departments at least, the raising one included.",
                    "/departments",
                    "must name two departments at least, the raising one included");
        }
    }

    static final class NotNamed extends EscalationProblem {
        private static final long serialVersionUID = 1L;

        NotNamed(String department, String reference) {
            super(
                    "department-not-named",
                    "'%s' is not one of the departments that %s names."
                            .formatted(department, reference),
                    "/department",
                    "is not one of the departments named");
        }
    }

    static final class Resolved extends EscalationProblem {
        private static final long serialVersionUID = 1L;

        Resolved(String reference) {
            super(
                    "escalation-resolved",
                    "%s is resolved; nothing more can be done with it.".formatted(reference));
        }
    }

    static final class PeersStepOver extends EscalationProblem {
        private static final long serialVersionUID = 1L;

        PeersStepOver(String reference, Level level) {
            super(
                    "peers-step-over",
                    "%s has climbed to the level '%s': the peers resolve it by a decision, or after the sponsor has handed it back."
                            .formatted(reference, level));
        }
    }

    static final class PeersFirst extends EscalationProblem {
        private static final long serialVersionUID = 1L;

        PeersFirst(String reference) {
            super(
                    "peers-first",
                    "%s is still with the peers, who solve it together first."
                            .formatted(reference));
        }
    }

    static final class NoProposal extends EscalationProblem {
        private static final long serialVersionUID = 1L;

        NoProposal(String reference) {
            super(
                    "no-proposal",
                    "Nobody has proposed a resolution for %s yet.".formatted(reference));
        }
    }

    static final class PeersLeftOut extends EscalationProblem {
        private static final long serialVersionUID = 1L;

        PeersLeftOut(String reference, List<String> missing) {
            super(
                    "peers-left-out",
                    "A decision out of %s affects every department that it names; missing: %s."
                            .formatted(reference, String.join(", ", missing)),
                    "/departments",
                    "must include " + String.join(", ", missing));
        }
    }
}
