package io.jointly.governance.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an escalation is. */
public enum EscalationState {
    /** With the departments named, who are to solve it together. */
    PEERS,
    CLIMBED,
    RESOLVED;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
