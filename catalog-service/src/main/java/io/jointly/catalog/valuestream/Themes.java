package io.jointly.catalog.valuestream;

import io.jointly.kit.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Brings {@code theme}, the one that clients of the first release know, and {@code themes}
 * together: the one is the first of the others.
 */
final class Themes {
    private Themes() {}

    /** The themes of a new stream. */
    static List<String> of(ValueStreamDescription wish, List<FieldError> errors) {
        return changed(List.of(), wish, errors);
    }

    /** The themes after an edit, of which either field, or both alike, may have changed. */
    static List<String> changed(
            List<String> before, ValueStreamDescription wish, List<FieldError> errors) {
        var first = before.isEmpty() ? null : before.get(0);
        if (wish.themes().equals(before)) {
            return Objects.equals(wish.theme(), first) ? before : withFirst(wish.theme(), before);
        }
        var wished = wish.themes().isEmpty() ? null : wish.themes().get(0);
        if (!Objects.equals(wish.theme(), first) && !Objects.equals(wish.theme(), wished)) {
            errors.add(
                    FieldError.at("/theme", "is not the first of themes; send one or the other"));
        }
        return wish.themes();
    }

    private static List<String> withFirst(String theme, List<String> before) {
        var themes = new ArrayList<String>();
        if (theme != null) {
            themes.add(theme);
        }
        before.stream().skip(1).filter(t -> !t.equals(theme)).forEach(themes::add);
        return List.copyOf(themes);
    }
}
