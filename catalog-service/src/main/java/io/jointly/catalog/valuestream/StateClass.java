package io.jointly.catalog.valuestream;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a state of work means for its flow: somebody works on it, it waits, or it is over. */
public enum StateClass {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("done")
    DONE;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
