package io.jointly.governance.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a decision is. */
public enum DecisionState {
    OPEN,
    DECIDED,
    NOT_DECIDED;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
