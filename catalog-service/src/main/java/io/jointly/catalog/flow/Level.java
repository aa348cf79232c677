package io.jointly.catalog.flow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** At which level carriers of work are told apart. */
public enum Level {
    @JsonProperty("team")
    TEAM,
    @JsonProperty("department")
    DEPARTMENT,
    /** A stage of the stream's map, by the stream's rules. */
    @JsonProperty("stage")
    STAGE;

    /** A piece of SQL for each level, with its name as {@code %1$s}. */
    static String each(String sql, String between) {
        return Arrays.stream(values()).map(sql::formatted).collect(Collectors.joining(between));
    }

    /** The name in the API, which is the column's name too. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
