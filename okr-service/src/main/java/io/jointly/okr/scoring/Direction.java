package io.jointly.okr.scoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way a value has to move; follows from baseline and target. */
public enum Direction {
    UP,
    DOWN;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
