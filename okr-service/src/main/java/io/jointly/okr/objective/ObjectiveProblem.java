package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.util.List;

/** Every way in which objectives refuse. */
abstract sealed class ObjectiveProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private ObjectiveProblem(Kind kind, String code, String detail, FieldError... at) {
        super(kind, code, detail, List.of(at));
    }

    static final class Closed extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        Closed(String reference) {
            super(
                    Kind.CONFLICT,
                    "objective-closed",
                    "%s is closed and changes no more.".formatted(reference));
        }
    }

    static final class NotAgreed extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        NotAgreed(String reference, List<String> undecided) {
            super(
                    Kind.CONFLICT,
                    "objective-not-agreed",
                    "%s is a draft until all of its owners have accepted it; it waits for: %s. Check-ins begin then."
                            .formatted(reference, String.join(", ", undecided)));
        }
    }

    static final class NotAnOwner extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        NotAnOwner(String reference, String department) {
            super(
                    Kind.RULE_VIOLATED,
                    "not-an-owner",
                    "'%s' does not own %s, so there is nothing for it to accept."
                            .formatted(department, reference),
                    FieldError.at("/department", "is no owner of this objective"));
        }
    }

    static final class SharesPassHundred extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        SharesPassHundred(String what, int sum) {
            super(
                    Kind.RULE_VIOLATED,
                    "shares-pass-100",
                    "The shares of the %s make %d percent; they make 100 with all owners together."
                            .formatted(what, sum),
                    FieldError.at("/shares", "is %d too much".formatted(sum - Shares.WHOLE)));
        }
    }

    static final class SharesBelowHundred extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        SharesBelowHundred(String what, int sum) {
            super(
                    Kind.RULE_VIOLATED,
                    "shares-below-100",
                    "The shares of the %s make %d percent, and the rest would be nobody's."
                            .formatted(what, sum),
                    FieldError.at("/shares", "is %d too little".formatted(Shares.WHOLE - sum)));
        }
    }

    static final class OtherShares extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        OtherShares(String what, int proposed, int wanted) {
            super(
                    Kind.RULE_VIOLATED,
                    "shares-not-as-proposed",
                    "The share of the %s that is proposed to all owners is %d percent, not %d. Who wants another proposes other shares for all, which asks everybody again."
                            .formatted(what, proposed, wanted),
                    FieldError.at("/" + what + "Share", "is proposed as " + proposed));
        }
    }

    static final class NothingToAccept extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        NothingToAccept(String reference) {
            super(
                    Kind.CONFLICT,
                    "already-agreed",
                    "All owners accepted %s. Who wants other terms edits it, which asks everybody again."
                            .formatted(reference));
        }
    }

    static final class LinkNotFound extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        LinkNotFound(int index, Link link) {
            super(
                    Kind.RULE_VIOLATED,
                    "link-not-found",
                    "There is no '%s'.".formatted(link),
                    FieldError.at("/links/" + index, "names nothing that exists: " + link));
        }
    }

    static final class LinkKindUnknown extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        LinkKindUnknown(int index, Link link, String known) {
            super(
                    Kind.RULE_VIOLATED,
                    "link-kind-unknown",
                    "Nothing of the kind '%s' can be linked.".formatted(link.kind()),
                    FieldError.at("/links/" + index, "is of no kind among " + known));
        }
    }

    static final class DepartmentNotFound extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        DepartmentNotFound(int index, String department) {
            super(
                    Kind.RULE_VIOLATED,
                    "department-not-found",
                    "catalog knows no department '%s'.".formatted(department),
                    FieldError.at("/owners/" + index, "is no department"));
        }
    }

    static final class CycleNotFound extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        CycleNotFound(String cycle) {
            super(
                    Kind.RULE_VIOLATED,
                    "cycle-not-found",
                    "There is no cycle '%s'.".formatted(cycle),
                    FieldError.at("/cycle", "is no cycle"));
        }
    }

    static final class TooManyKeyResults extends ObjectiveProblem {
        private static final long serialVersionUID = 1L;

        TooManyKeyResults(String reference, int most) {
            super(
                    Kind.RULE_VIOLATED,
                    "too-many-key-results",
                    "%s has %d key results already; more would say that nothing is important."
                            .formatted(reference, most));
        }
    }
}
