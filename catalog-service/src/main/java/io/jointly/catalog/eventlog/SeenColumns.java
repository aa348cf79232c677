package io.jointly.catalog.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What columns or attributes a body has, how often they have a value, and some of the values. */
final class SeenColumns {
    private static final int MOST = 300;
    private static final int SAMPLES = 5;

    /** More values are looked at than shown: the form of times has to fit them all. */
    private static final int LOOKED_AT = 200;

    private static final int LONGEST = 200;

    private static final class Seen {
        private long filled;
        private final Set<String> values = new LinkedHashSet<>();
    }

    private final Map<String, Seen> columns = new LinkedHashMap<>();

    void name(Collection<String> names) {
        names.forEach(this::column);
    }

    void saw(String name, String value) {
        var column = column(name);
        if (column != null && value != null && !value.isEmpty()) {
            column.filled++;
            if (column.values.size() < LOOKED_AT) {
                column.values.add(
                        value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value);
            }
        }
    }

    private Seen column(String name) {
        var known = columns.get(name);
        if (known != null || columns.size() >= MOST) {
            return known;
        }
        var column = new Seen();
        columns.put(name, column);
        return column;
    }

    /** All values that were looked at, to guess by. */
    List<PreviewView.Column> whole() {
        return views(LOOKED_AT);
    }

    List<PreviewView.Column> shown() {
        return views(SAMPLES);
    }

    private List<PreviewView.Column> views(int most) {
        var views = new ArrayList<PreviewView.Column>();
        columns.forEach(
                (name, seen) ->
                        views.add(
                                new PreviewView.Column(
                                        name,
                                        seen.filled,
                                        seen.values.stream().limit(most).toList())));
        return views;
    }
}
