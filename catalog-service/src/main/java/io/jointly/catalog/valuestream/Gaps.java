package io.jointly.catalog.valuestream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Works out what lies between the two states of a stream. */
final class Gaps {
    private Gaps() {}

    /**
     * A gap for each stage of today in order, then one for each stage that is added; none as long
     * as no future state is drawn.
     */
    static List<GapView> between(
            List<StageView> current,
            List<FutureStageView> future,
            Map<String, GapImprovement> improvements) {
        if (future.isEmpty()) {
            return List.of();
        }
        var gaps = new ArrayList<GapView>();
        for (var stage : current) {
            var heirs = future.stream().filter(f -> stage.key().equals(f.follows())).toList();
            gaps.add(
                    gap(
                            stage,
                            GapView.Side.of(List.of(stage)),
                            heirs.isEmpty() ? null : GapView.Side.of(heirs),
                            improvements));
        }
        future.stream()
                .filter(stage -> stage.follows() == null)
                .map(s -> gap(s, null, GapView.Side.of(List.of(s)), improvements))
                .forEach(gaps::add);
        return gaps;
    }

    private static GapView gap(
            Timed stage,
            GapView.Side current,
            GapView.Side future,
            Map<String, GapImprovement> improvements) {
        return new GapView(
                stage.key(),
                stage.name(),
                kind(current, future),
                current,
                future,
                GapView.Difference.between(current, future),
                improvements.get(stage.key()));
    }

    private static GapKind kind(GapView.Side current, GapView.Side future) {
        if (current == null) {
            return GapKind.ADDED;
        }
        if (future == null) {
            return GapKind.DROPPED;
        }
        return Objects.equals(current, future) ? GapKind.UNCHANGED : GapKind.CHANGED;
    }
}
