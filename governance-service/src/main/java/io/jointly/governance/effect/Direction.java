package io.jointly.governance.effect;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way a measure is meant to go. */
public enum Direction {
    UP,
    DOWN;

    /** Whether a change of this sign goes the right way. */
    boolean isBetter(int sign) {
        return this == UP ? sign > 0 : sign < 0;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
