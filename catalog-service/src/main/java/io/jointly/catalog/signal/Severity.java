package io.jointly.catalog.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How grave a signal is; what makes one high stands with {@link SignalResource}. */
public enum Severity {
    @JsonProperty("high")
    HIGH(1),
    @JsonProperty("medium")
    MEDIUM(2);

    /** As the statements write it, and as the list is ordered. */
    private final int gravity;

    Severity(int gravity) {
        this.gravity = gravity;
    }

    static Severity of(int gravity) {
        return gravity == HIGH.gravity ? HIGH : MEDIUM;
    }
}
