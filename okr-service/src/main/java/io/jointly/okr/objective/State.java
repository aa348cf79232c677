package io.jointly.okr.objective;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an objective stands: waiting for its owners, agreed by all of them, or over. */
public enum State {
    DRAFT,
    AGREED,
    CLOSED;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
