package io.jointly.catalog.valuestream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says which names of stages became which, by the keys that stages keep. */
final class StageNames {
    private StageNames() {}

    /**
     * A name that several stages share stays as long as one of them keeps it; otherwise it becomes
     * that of the first which is still there.
     */
    static Optional<StagesChanged> changed(
            long stream, List<StageView> before, List<StageView> after) {
        var nameOf = after.stream().collect(Collectors.toMap(StageView::key, StageView::name));
        var renamed = new HashMap<String, String>();
        var gone = new TreeSet<String>();
        var seen = new HashSet<String>();
        for (var stage : before) {
            if (!seen.add(stage.name())) {
                continue;
            }
            var now =
                    before.stream()
                            .filter(s -> s.name().equals(stage.name()))
                            .filter(s -> nameOf.containsKey(s.key()))
                            .map(s -> nameOf.get(s.key()))
                            .toList();
            if (now.contains(stage.name())) {
                continue;
            }
            if (!now.isEmpty()) {
                renamed.put(stage.name(), now.get(0));
            } else if (!nameOf.containsValue(stage.name())) {
                gone.add(stage.name());
            }
        }
        return renamed.isEmpty() && gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new StagesChanged(stream, renamed, gone));
    }
}
