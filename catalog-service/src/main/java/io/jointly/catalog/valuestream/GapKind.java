package io.jointly.catalog.valuestream;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the future state makes of a stage. */
public enum GapKind {
    CHANGED,
    UNCHANGED,
    DROPPED,
    ADDED;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
