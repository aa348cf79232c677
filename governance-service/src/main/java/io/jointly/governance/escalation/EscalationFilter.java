package io.jointly.governance.escalation;

import io.jointly.governance.reference.Conditions;
import java.util.List;

/** What a list of escalations may be narrowed to; null or empty where a filter is not used. */
record EscalationFilter(List<EscalationState> states, String department, String about) {
    Conditions conditions() {
        return new Conditions()
                .and("state in (:states)", "states", states.isEmpty() ? null : states)
                .and("array_contains(departments, :department)", "department", department)
                .and("array_contains(links.all, :about)", "about", about);
    }
}
