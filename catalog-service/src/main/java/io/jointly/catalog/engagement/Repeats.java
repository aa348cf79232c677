package io.jointly.catalog.engagement;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** How a meeting comes again. */
public enum Repeats {
    ONCE("once"),
    WEEKLY("weekly"),
    /** On the same day of the month, or on its last day where the month is shorter. */
    MONTHLY_BY_DATE("monthly-by-date"),
    /** On the same weekday, for instance the second Tuesday; a fifth one means the last. */
    MONTHLY_BY_WEEKDAY("monthly-by-weekday");

    @EnumeratedValue private final String word;

    Repeats(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
