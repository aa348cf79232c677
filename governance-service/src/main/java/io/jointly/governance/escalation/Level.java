package io.jointly.governance.escalation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who has an escalation; each level has a clock of its own. */
public enum Level {
    PEERS,
    HEADS,
    BOARD,
    SPONSOR;

    boolean isHighest() {
        return this == SPONSOR;
    }

    Level next() {
        return values()[ordinal() + 1];
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
