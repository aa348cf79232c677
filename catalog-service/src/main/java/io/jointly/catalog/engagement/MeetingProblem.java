package io.jointly.catalog.engagement;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.time.LocalDate;
import java.util.List;

/** Why something cannot be done with a meeting. */
abstract sealed class MeetingProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private MeetingProblem(String code, String detail, FieldError error) {
        super(Kind.RULE_VIOLATED, code, detail, List.of(error));
    }

    static final class NotHeld extends MeetingProblem {
        private static final long serialVersionUID = 1L;

        NotHeld(String reference, LocalDate on) {
            super(
                    "meeting-not-held",
                    "%s does not come on %s, or has not begun yet; attendance is recorded afterwards."
                            .formatted(reference, on),
                    FieldError.at("/on", "is no day on which the meeting has begun"));
        }
    }
}
