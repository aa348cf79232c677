package io.jointly.governance.waiting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is to do. */
public enum WaitingKind {
    ACKNOWLEDGE_ESCALATION,
    AGREE_RESOLUTION,
    VOTE,
    DECIDE_OUTCOME,
    RESOLVE_ESCALATION;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
