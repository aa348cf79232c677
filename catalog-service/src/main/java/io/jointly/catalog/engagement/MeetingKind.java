package io.jointly.catalog.engagement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What a meeting is for. */
public enum MeetingKind {
    REVIEW("review"),
    PLANNING("planning"),
    PAIN_POINTS("pain-points"),
    RETROSPECTIVE("retrospective"),
    OTHER("other");

    @EnumeratedValue private final String word;

    MeetingKind(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
