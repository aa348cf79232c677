package io.jointly.local.sample;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.Map;

/** An event of work as the import endpoint takes it, one JSON object a line. */
record SampleEvent(
        String workItem,
        String eventId,
        @JsonSerialize(using = ToStringSerializer.class) Instant occurredAt,
        String activity,
        String state,
        String department,
        String team,
        String actor,
        String type,
        boolean slaMet,
        Map<String, String> attributes) {}
