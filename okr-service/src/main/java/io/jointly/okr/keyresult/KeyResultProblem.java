package io.jointly.okr.keyresult;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.math.BigDecimal;
import java.util.List;

/** Every way in which key results refuse. */
public abstract sealed class KeyResultProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private KeyResultProblem(String code, String detail, FieldError at) {
        super(Kind.RULE_VIOLATED, code, detail, List.of(at));
    }

    static final class TargetEqualsBaseline extends KeyResultProblem {
        private static final long serialVersionUID = 1L;

        TargetEqualsBaseline(BigDecimal baseline) {
            super(
                    "target-equals-baseline",
                    "The target is where we are already (%s), so nothing would have to change."
                            .formatted(baseline.toPlainString()),
                    FieldError.at("/target", "equals the baseline"));
        }
    }

    static final class NothingMeasuredYet extends KeyResultProblem {
        private static final long serialVersionUID = 1L;

        NothingMeasuredYet(String measure) {
            super(
                    "nothing-measured-yet",
                    "The measure '%s' has no value yet. Give a baseline, or import events first."
                            .formatted(measure),
                    FieldError.at("/baseline", "cannot be read from the measure"));
        }
    }

    /** The binding names something that catalog does not know. */
    public static final class MeasureNotFound extends KeyResultProblem {
        private static final long serialVersionUID = 1L;

        public MeasureNotFound(Binding binding) {
            super(
                    "measure-not-found",
                    "catalog knows no measure '%s'.".formatted(binding.measure()),
                    FieldError.at("/binding/measure", "is no measure of catalog"));
        }
    }

    static final class ValueIsMeasured extends KeyResultProblem {
        private static final long serialVersionUID = 1L;

        ValueIsMeasured(String reference) {
            super(
                    "value-is-measured",
                    "%s is bound to a measure, which alone says its value; check in confidence and comment only."
                            .formatted(reference),
                    FieldError.at("/value", "comes from the measure"));
        }
    }
}
