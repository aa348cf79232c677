package io.jointly.okr.keyresult;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who said so: a person, or the measure that a key result is bound to. */
public enum Source {
    PERSON,
    MEASURE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
