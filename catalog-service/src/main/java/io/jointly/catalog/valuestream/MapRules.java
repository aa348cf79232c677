package io.jointly.catalog.valuestream;

import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the fields of a stream's map owe each other; completes what may be left out, and points at
 * every field that is wrong.
 */
final class MapRules {
    private static final Duration LONGEST_STAGE = Duration.ofDays(3_653);
    private static final Duration LONGEST_PROMISE = Duration.ofDays(366);

    private final List<FieldError> errors = new ArrayList<>();

    private MapRules() {}

    /**
     * @param before what the stream was; null for a new one
     */
    static ValueStreamDescription complete(
            ValueStreamDescription before, ValueStreamDescription wish) {
        var rules = new MapRules();
        var complete = rules.apply(before, wish);
        if (!rules.errors.isEmpty()) {
            throw StandardProblem.invalid(rules.errors);
        }
        return complete;
    }

    private ValueStreamDescription apply(
            ValueStreamDescription before, ValueStreamDescription wish) {
        var themes =
                before == null
                        ? Themes.of(wish, errors)
                        : Themes.changed(before.themes(), wish, errors);
        requireEachOnce("/themes", themes);
        requireEachOnce("/triggers", wish.triggers());
        requireTimes("/stages", wish.stages());
        requireTimes("/futureStages", wish.futureStages());
        requirePromises(wish);
        var keyed =
                StageKeys.current(
                        wish.stages(),
                        before == null ? List.of() : before.stages(),
                        wish.futureStages(),
                        errors);
        var stages =
                keyed.stream()
                        .map(
                                s ->
                                        s.withHandoff(
                                                handoff(
                                                        s,
                                                        before == null
                                                                ? List.of()
                                                                : before.stages())))
                        .toList();
        var future =
                StageKeys.future(
                                wish.futureStages(),
                                before == null ? List.of() : before.futureStages(),
                                stages,
                                errors)
                        .stream()
                        .map(
                                s ->
                                        s.withHandoff(
                                                handoff(
                                                        s,
                                                        before == null
                                                                ? List.of()
                                                                : before.futureStages())))
                        .toList();
        return new ValueStreamDescription(
                wish.name(),
                wish.purpose(),
                wish.outcome(),
                themes.isEmpty() ? null : themes.get(0),
                themes,
                wish.customers(),
                wish.triggers(),
                wish.owners(),
                wish.services(),
                stages,
                future,
                improvements(
                        wish.improvements(),
                        before == null ? Map.of() : before.improvements(),
                        StageKeys.nameable(stages, future)),
                wish.states(),
                wish.confirmationDays(),
                wish.respondWithin(),
                wish.answerWithin());
    }

    /** What is left out stays as it is, so that whoever knows nothing of it takes nothing away. */
    private static HandoffKind handoff(Timed stage, List<? extends Timed> before) {
        return stage.handoff() != null
                ? stage.handoff()
                : before.stream()
                        .filter(known -> known.key().equals(stage.key()))
                        .map(Timed::handoff)
                        .findFirst()
                        .orElse(HandoffKind.MANUAL);
    }

    private void requireTimes(String list, List<? extends Timed> stages) {
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var at = list + "/" + i;
            requireWithin(at + "/processTime", stage.processTime(), Duration.ZERO, LONGEST_STAGE);
            requireWithin(at + "/leadTime", stage.leadTime(), Duration.ZERO, LONGEST_STAGE);
            if (stage.leadTime().compareTo(stage.processTime()) < 0) {
                errors.add(
                        FieldError.at(
                                at + "/leadTime",
                                "is shorter than the process time, which is a part of it"));
            }
        }
    }

    private void requirePromises(ValueStreamDescription wish) {
        var least = Duration.ofSeconds(1);
        requireWithin("/respondWithin", wish.respondWithin(), least, LONGEST_PROMISE);
        requireWithin("/answerWithin", wish.answerWithin(), least, LONGEST_PROMISE);
        if (wish.answerWithin().compareTo(wish.respondWithin()) < 0) {
            errors.add(
                    FieldError.at(
                            "/answerWithin",
                            "is shorter than the time to the first response, which comes before"));
        }
    }

    private void requireWithin(String pointer, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0 || time.getNano() != 0) {
            errors.add(
                    FieldError.at(
                            pointer,
                            "must be from %s to %s, in whole seconds".formatted(least, most)));
        }
    }

    private void requireEachOnce(String list, List<String> texts) {
        var seen = new HashSet<String>();
        for (var i = 0; i < texts.size(); i++) {
            if (!seen.add(texts.get(i))) {
                errors.add(FieldError.at(list + "/" + i, "says the same once more"));
            }
        }
    }

    /**
     * Those whose stage went with this very edit go with it; others that name no stage are wrong.
     */
    private Map<String, GapImprovement> improvements(
            Map<String, GapImprovement> wished,
            Map<String, GapImprovement> before,
            Set<String> nameable) {
        var kept = new HashMap<String, GapImprovement>();
        wished.forEach(
                (key, improvement) -> {
                    if (nameable.contains(key)) {
                        kept.put(key, improvement);
                    } else if (!improvement.equals(before.get(key))) {
                        errors.add(
                                FieldError.at(
                                        "/improvements/" + FieldError.escaped(key),
                                        "names no stage of today and no stage that is added"));
                    }
                });
        return kept;
    }
}
