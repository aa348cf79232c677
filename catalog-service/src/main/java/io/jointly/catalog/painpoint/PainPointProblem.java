package io.jointly.catalog.painpoint;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.util.List;

/** Why something cannot be done with a pain point. */
abstract sealed class PainPointProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private PainPointProblem(String code, String detail) {
        super(Kind.CONFLICT, code, detail);
    }

    private PainPointProblem(String code, String detail, FieldError error) {
        super(Kind.RULE_VIOLATED, code, detail, List.of(error));
    }

    static final class MovedOn extends PainPointProblem {
        private static final long serialVersionUID = 1L;

        MovedOn(String reference, PainPointState state) {
            super(
                    "pain-point-moved-on",
                    "%s is in the state '%s' already.".formatted(reference, state));
        }
    }

    static final class NotAnswered extends PainPointProblem {
        private static final long serialVersionUID = 1L;

        NotAnswered(String reference) {
            super(
                    "pain-point-not-answered",
                    "%s has no answer yet. Tell who reported it what you will do, then turn it into an improvement."
                            .formatted(reference));
        }
    }

    static final class NotAnOwner extends PainPointProblem {
        private static final long serialVersionUID = 1L;

        NotAnOwner(String department, String stream) {
            super(
                    "department-not-in-stream",
                    "'%s' does not own '%s'; its owners answer pain points."
                            .formatted(department, stream),
                    FieldError.at("/department", "does not own the stream"));
        }
    }
}
