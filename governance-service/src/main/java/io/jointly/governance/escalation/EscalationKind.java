package io.jointly.governance.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something is escalated. */
public enum EscalationKind {
    /** More skill or means are needed. */
    FUNCTIONAL,
    /** More authority is needed, or somebody above has to know. */
    HIERARCHIC;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
