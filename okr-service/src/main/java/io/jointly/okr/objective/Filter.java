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

    /**
     * What follows {@code from} in HQL. Owner and link are joined, so that their index can lead;
     * both are keys within an objective, so none comes twice.
     */
    String matching(Map<String, Object> parameters) {
        return "Objective o"
                + (department == null ? "" : " join o.owners w")
                + (link == null ? "" : " join o.links l")
                + " where "
                + condition(parameters);
    }

    private String condition(Map<String, Object> parameters) {
        var parts = new ArrayList<String>();
        parts.add("1 = 1");
        if (cycle != null) {
            parts.add("o.cycle.code = :cycle");
            parameters.put("cycle", cycle);
        }
        if (department != null) {
            parts.add("key(w) = :department");
            parameters.put("department", department);
        }
        if (!states.isEmpty()) {
            parts.add("o.state in :states");
            parameters.put("states", states);
        }
        if (link != null) {
            parts.add("key(l) = :link");
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
