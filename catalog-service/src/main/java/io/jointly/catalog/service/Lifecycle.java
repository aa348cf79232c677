package io.jointly.catalog.service;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a service stands in the portfolio. */
@Schema(description = "Where the service stands in the portfolio.")
public enum Lifecycle {
    PROPOSED("proposed"),
    DESIGNED("designed"),
    LIVE("live"),
    RETIRED("retired");

    @EnumeratedValue private final String word;

    Lifecycle(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
