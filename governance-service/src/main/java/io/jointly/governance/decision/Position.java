package io.jointly.governance.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a department says to an option. */
public enum Position {
    AGREE,
    /** Harm is to be expected; the reason says which. */
    OBJECT,
    /** Took part without taking sides. */
    ABSTAIN;

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
