package io.jointly.catalog.flow;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A work item in a list. */
@Schema(name = "WorkItem", description = "A work item with what its journey adds up to.")
public record WorkItemView(
        @Schema(examples = "INC0000045") String id,
        @Schema(nullable = true) String type,
        Instant firstAt,
        Instant lastAt,
        boolean done,
        long events,
        @Schema(description = "At the level asked for") long handoffs,
        @Schema(description = "Ping-pong occurrences at the level asked for") long pingPong,
        @Schema(
                        description =
                                "First to last event of a done work item, in hours; null for one that is not done",
                        nullable = true,
                        examples = "106.65")
                Double flowTimeHours,
        @Schema(
                        description =
                                "First event until now of a work item that is not done, in hours; null for a done one",
                        nullable = true,
                        examples = "412.5")
                Double ageHours,
        @Schema(description = "Team that has it now", nullable = true) String team,
        @Schema(description = "Department that has it now", nullable = true) String department,
        @Schema(description = "Stage of the stream's map that it is in now", nullable = true)
                String stage,
        @Schema(nullable = true) Boolean slaMet) {}
