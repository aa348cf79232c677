package io.jointly.catalog.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a figure counts, with its name for people and its unit. */
public enum Measured {
    @JsonProperty("value-streams")
    VALUE_STREAMS("Value streams it runs in", "streams"),
    @JsonProperty("consumers")
    CONSUMERS("Departments that use it", "departments"),
    @JsonProperty("owners")
    OWNERS("Owner departments", "departments"),
    @JsonProperty("departments-on-map")
    DEPARTMENTS_ON_MAP("Departments that own it or have a stage in it", "departments"),
    @JsonProperty("work-items")
    WORK_ITEMS("Work items measured", "work items"),
    @JsonProperty("share-inside")
    SHARE_INSIDE("Measured streams inside one department", "ratio"),
    @JsonProperty("streams-inside")
    STREAMS_INSIDE("Streams whose measures see one department only", "streams"),
    @JsonProperty("streams-measured")
    STREAMS_MEASURED("Measured streams", "streams"),
    @JsonProperty("return-share")
    RETURN_SHARE("Handoffs straight back", "ratio"),
    @JsonProperty("returns")
    RETURNS("Handoffs that went straight back", "handoffs"),
    @JsonProperty("handoffs")
    HANDOFFS("Handoffs in all", "handoffs"),
    @JsonProperty("mean-wait")
    MEAN_WAIT("Mean wait in the last 90 days of work", "hours"),
    @JsonProperty("mean-wait-before")
    MEAN_WAIT_BEFORE("Mean wait in the 90 days before", "hours");

    private final String title;
    private final String unit;

    Measured(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }
}
