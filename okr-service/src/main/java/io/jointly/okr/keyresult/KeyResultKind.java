package io.jointly.okr.keyresult;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A number that moves, or something that is done or not. */
public enum KeyResultKind {
    METRIC,
    MILESTONE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
