package io.jointly.catalog.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** At which level carriers of work are told apart. */
public enum Level {
    @JsonProperty("team")
    TEAM,
    @JsonProperty("department")
    DEPARTMENT;

    /** The name in the API, which is the column's name too. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
