package io.jointly.local.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;

/** An event of work as the import endpoint takes it, one JSON object a line. */
record SampleEvent(
        String workItem,
        String eventId,
        @JsonProperty("occurredAt") String time,
        String activity,
        String state,
        String department,
        String team,
        String actor,
        String type,
        boolean slaMet,
        Map<String, String> attributes) {

    Instant at() {
        return Instant.parse(time);
    }
}
