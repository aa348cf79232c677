package io.jointly.catalog.flowsettings;

import io.jointly.catalog.valuestream.StateClass;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/** A rule as it is stored. */
@Embeddable
class RuleRow {
    private String stage;

    @Column(name = "class")
    private String stateClass;

    private String activity;
    private String state;
    private String team;
    private String department;

    protected RuleRow() {}

    RuleRow(Rule rule) {
        stage = rule.stage();
        stateClass = rule.stateClass() == null ? null : rule.stateClass().toString();
        activity = rule.activity();
        state = rule.state();
        team = rule.team();
        department = rule.department();
    }

    Rule rule() {
        var known =
                stateClass == null ? null : StateClass.valueOf(stateClass.toUpperCase(Locale.ROOT));
        return new Rule(stage, known, activity, state, team, department);
    }
}
