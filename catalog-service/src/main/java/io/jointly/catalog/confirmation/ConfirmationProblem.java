package io.jointly.catalog.confirmation;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.util.List;

/** Why a confirmation is refused. */
abstract sealed class ConfirmationProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private ConfirmationProblem(String code, String detail, FieldError error) {
        super(Kind.RULE_VIOLATED, code, detail, List.of(error));
    }

    static final class TakesNoPart extends ConfirmationProblem {
        private static final long serialVersionUID = 1L;

        TakesNoPart(String department, String stream) {
            super(
                    "department-not-in-stream",
                    "'%s' neither owns '%s' nor has a stage in it, so there is nothing for it to confirm."
                            .formatted(department, stream),
                    FieldError.at("/department", "takes no part in the stream"));
        }
    }
}
