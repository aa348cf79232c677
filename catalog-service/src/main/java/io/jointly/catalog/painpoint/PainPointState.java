package io.jointly.catalog.painpoint;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How far a pain point is. */
public enum PainPointState {
    OPEN("open"),
    ACKNOWLEDGED("acknowledged"),
    ANSWERED("answered"),
    /** Answered, and turned into an improvement. */
    IMPROVEMENT("improvement");

    @EnumeratedValue private final String word;

    PainPointState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
