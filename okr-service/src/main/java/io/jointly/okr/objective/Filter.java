package io.jointly.okr.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which objectives a list shall hold; what is null or empty does not matter. */
record Filter(
        String cycle,
        String department,
        List<State> states,
        String link,
        Boolean joint,
        String words) {

    /** The condition in HQL on the objective {@code o}, with its parameters added to the map. */
    String condition(Map<String, Object> parameters) {
        var parts = new ArrayList<String>();
        parts.add("1 = 1");
        if (cycle != null) {
            parts.add("o.cycle.code = :cycle");
            parameters.put("cycle", cycle);
        }
        if (department != null) {
            parts.add(
                    "o.id in (select x.id from Objective x join x.owners w where key(w) = :department)");
            parameters.put("department", department);
        }
        if (!states.isEmpty()) {
            parts.add("o.state in :states");
            parameters.put("states", states);
        }
        if (link != null) {
            parts.add("o.id in (select x.id from Objective x join x.links l where key(l) = :link)");
            parameters.put("link", link);
        }
        if (joint != null) {
            parts.add("o.joint = :joint");
            parameters.put("joint", joint);
        }
        if (words != null) {
            parts.add("lower(o.title) like :words escape '\\'");
            parameters.put(
                    "words",
                    "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return String.join(" and ", parts);
    }
}
