package io.jointly.catalog.valuestream;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How work is handed into a stage: by somebody, or by itself. */
public enum HandoffKind {
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("automated")
    AUTOMATED;

    static HandoffKind named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
