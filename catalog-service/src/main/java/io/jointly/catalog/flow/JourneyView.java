package io.jointly.catalog.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The journey of one work item. */
@Schema(
        name = "Journey",
        description = "The journey of one work item: its events in order and who carried it.")
public record JourneyView(
        @Schema(examples = "INC0000045") String id,
        String stream,
        @Schema(nullable = true) String type,
        @Schema(nullable = true) Boolean slaMet,
        boolean done,
        Instant firstAt,
        Instant lastAt,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        nullable = true,
                        description =
                                "First to last event of a done work item; null for one that is not done")
                Duration flowTime,
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        nullable = true,
                        description =
                                "First event until now of a work item that is not done; null for a done one")
                Duration age,
        Now now,
        Counts handoffs,
        Counts pingPong,
        @Schema(description = "Events of the journey in all", examples = "9") long eventCount,
        @Schema(
                        description =
                                "False for a journey of more than 2,000 events; then `events` and `stays` are its beginning, and all events are in the paged list")
                boolean complete,
        List<Step> events,
        @Schema(description = "Who carried it from when to when, per level") List<Stay> stays) {

    /** Who has it. */
    @Schema(name = "Carrier", description = "Who has it, and since when.")
    public record Now(
            @Schema(nullable = true) String team,
            @Schema(description = "First event of the team's present stay", nullable = true)
                    Instant teamSince,
            @Schema(nullable = true) String department,
            @Schema(description = "First event of the department's present stay", nullable = true)
                    Instant departmentSince,
            @Schema(description = "Stage of the stream's map", nullable = true) String stage,
            @Schema(description = "First event of the present stay there", nullable = true)
                    Instant stageSince,
            @Schema(
                            description =
                                    "The same at the finest level that is known; the first event of the journey where nobody carried it yet")
                    Instant since) {}

    /** A figure at each level. */
    @Schema(name = "CountsByLevel", description = "A figure at each level.")
    public record Counts(long team, long department, long stage) {}

    /** An event of the journey. */
    @Schema(name = "JourneyEvent", description = "An event of the journey.")
    public record Step(
            Instant occurredAt,
            String activity,
            @Schema(nullable = true) String state,
            @Schema(nullable = true) String department,
            @Schema(nullable = true) String team,
            @Schema(nullable = true) String actor,
            @Schema(nullable = true) String eventId,
            Map<String, String> attributes) {}

    /** An uninterrupted stay with one carrier. */
    @Schema(name = "Stay", description = "An uninterrupted stay with one carrier.")
    public record Stay(
            Level level,
            @Schema(examples = "Group 70") String carrier,
            @Schema(description = "First event there") Instant from,
            @Schema(description = "Last event there") Instant to,
            long events) {}
}
