package io.jointly.okr.objective;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether 1.0 is promised, or a mean of 0.7 would be a fine result of a bold aim. */
public enum Ambition {
    COMMITTED,
    ASPIRATIONAL;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
