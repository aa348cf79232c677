package io.jointly.catalog.confirmation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a department stands to a stream's purpose and outcome. */
public enum ConfirmationState {
    /** It never said anything. */
    MISSING,
    CONFIRMED,
    /** What it confirmed reads otherwise now. */
    VOIDED,
    /** It confirmed what stands now, but too long ago. */
    DUE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
