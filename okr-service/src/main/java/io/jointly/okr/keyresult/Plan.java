package io.jointly.okr.keyresult;

import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.okr.neighbour.Measure;
import io.jointly.okr.scoring.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a new key result aims at, once its measure is read and everything was found to fit. */
record Plan(
        KeyResultKind kind,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal stretch,
        String unit,
        BigDecimal measured) {
    static final int DIGITS = 6;

    /**
     * @param measure what the key result is bound to; null when it is not
     */
    static Plan of(NewKeyResult wish, Measure measure) {
        return wish.kind() == KeyResultKind.MILESTONE ? milestone(wish) : metric(wish, measure);
    }

    private static Plan milestone(NewKeyResult wish) {
        var errors = new ArrayList<FieldError>();
        refuseIfGiven(errors, "/baseline", wish.baseline());
        refuseIfGiven(errors, "/target", wish.target());
        refuseIfGiven(errors, "/stretch", wish.stretch());
        refuseIfGiven(errors, "/unit", wish.unit());
        refuseIfGiven(errors, "/binding", wish.binding());
        refuse(errors);
        return new Plan(
                KeyResultKind.MILESTONE, BigDecimal.ZERO, BigDecimal.ONE, null, "done", null);
    }

    private static Plan metric(NewKeyResult wish, Measure measure) {
        var measured = measure == null ? null : rounded(measure.value());
        var baseline = wish.baseline() == null ? measured : wish.baseline();
        var unit = wish.unit() == null && measure != null ? measure.unit() : wish.unit();
        var errors = new ArrayList<FieldError>();
        if (wish.target() == null) {
            errors.add(FieldError.at("/target", "must not be null"));
        }
        if (unit == null || unit.isBlank()) {
            errors.add(FieldError.at("/unit", "must not be blank"));
        }
        if (baseline == null && measure == null) {
            errors.add(FieldError.at("/baseline", "must not be null"));
        }
        refuse(errors);
        if (baseline == null) {
            throw new KeyResultProblem.NothingMeasuredYet(measure.code());
        }
        if (baseline.compareTo(wish.target()) == 0) {
            throw new KeyResultProblem.TargetEqualsBaseline(baseline);
        }
        var fallsShort =
                wish.stretch() != null
                        && !new Target.Metric(baseline, wish.target()).reaches(wish.stretch());
        if (fallsShort) {
            throw StandardProblem.invalid("/stretch", "must lie at the target or beyond it");
        }
        return new Plan(
                KeyResultKind.METRIC, baseline, wish.target(), wish.stretch(), unit, measured);
    }

    static BigDecimal rounded(BigDecimal value) {
        return value == null ? null : value.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private static void refuseIfGiven(List<FieldError> errors, String pointer, Object value) {
        if (value != null) {
            errors.add(FieldError.at(pointer, "does not go with a milestone"));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw StandardProblem.invalid(errors);
        }
    }
}
