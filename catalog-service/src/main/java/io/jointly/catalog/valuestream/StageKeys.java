package io.jointly.catalog.valuestream;

import io.jointly.catalog.reference.Slug;
import io.jointly.kit.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives every stage of both states a key, and refuses keys that name two things. */
final class StageKeys {
    private final List<FieldError> errors;
    private final Set<String> taken = new HashSet<>();

    private StageKeys(List<FieldError> errors) {
        this.errors = errors;
    }

    /** The stages of today, each with a key of its own that no new stage of the future has. */
    static List<StageView> current(
            List<StageView> stages,
            List<StageView> before,
            List<FutureStageView> future,
            List<FieldError> errors) {
        var keys = new StageKeys(errors);
        future.stream()
                .filter(f -> f.follows() == null && f.key() != null)
                .map(FutureStageView::key)
                .forEach(keys.taken::add);
        var own = new HashSet<String>();
        for (var i = 0; i < stages.size(); i++) {
            var key = stages.get(i).key();
            if (key != null && !own.add(key)) {
                keys.refuse("/stages/%d/key".formatted(i), "is the key of another stage too");
            }
        }
        keys.taken.addAll(own);
        var keyed = new ArrayList<StageView>();
        for (var stage : stages) {
            keyed.add(
                    stage.key() != null
                            ? stage
                            : stage.withKey(keys.next(keyOf(stage.name(), before), stage.name())));
        }
        return List.copyOf(keyed);
    }

    /** The stages of the future state, of which a new one has the key of no stage of today. */
    static List<FutureStageView> future(
            List<FutureStageView> stages,
            List<FutureStageView> before,
            List<StageView> current,
            List<FieldError> errors) {
        var keys = new StageKeys(errors);
        var today = current.stream().map(StageView::key).collect(Collectors.toSet());
        var own = new HashSet<String>();
        for (var i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            if (stage.follows() != null && !today.contains(stage.follows())) {
                keys.refuse(
                        "/futureStages/%d/follows".formatted(i),
                        "names no stage of today: " + stage.follows());
            }
            if (stage.key() != null && !own.add(stage.key())) {
                keys.refuse(
                        "/futureStages/%d/key".formatted(i),
                        "is the key of another future stage too");
            }
            if (stage.key() != null && stage.follows() == null && today.contains(stage.key())) {
                keys.refuse(
                        "/futureStages/%d/key".formatted(i),
                        "is the key of a stage of today; say what it follows from, or choose another");
            }
        }
        keys.taken.addAll(own);
        var keyed = new ArrayList<FutureStageView>();
        for (var stage : stages) {
            if (stage.key() != null) {
                keyed.add(stage);
                continue;
            }
            var forbidden = stage.follows() == null ? today : Set.<String>of();
            keys.taken.addAll(forbidden);
            var kept = keyOf(stage.name(), before);
            keyed.add(
                    stage.withKey(keys.next(kept == null ? stage.follows() : kept, stage.name())));
            keys.taken.removeIf(key -> forbidden.contains(key) && !own.contains(key));
            own.add(keyed.get(keyed.size() - 1).key());
        }
        return List.copyOf(keyed);
    }

    /** Keys that gaps, pain points and journey steps can name. */
    static Set<String> nameable(List<StageView> current, List<FutureStageView> future) {
        var keys = current.stream().map(StageView::key).collect(Collectors.toSet());
        future.stream()
                .filter(f -> f.follows() == null)
                .map(FutureStageView::key)
                .filter(Objects::nonNull)
                .forEach(keys::add);
        return keys;
    }

    private static String keyOf(String name, List<? extends Timed> before) {
        return before.stream()
                .filter(stage -> stage.name().equals(name))
                .map(Timed::key)
                .findFirst()
                .orElse(null);
    }

    private String next(String preferred, String name) {
        return preferred != null && taken.add(preferred)
                ? preferred
                : Slug.of(name, "stage", taken);
    }

    private void refuse(String pointer, String detail) {
        errors.add(FieldError.at(pointer, detail));
    }
}
