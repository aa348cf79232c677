package io.jointly.governance.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How an escalation was resolved. */
public enum ResolutionKind {
    /** By the departments named, in their own step. */
    SOLVED_TOGETHER,
    DECIDED_ABOVE;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
