package io.jointly.okr.waiting;

import io.jointly.kit.link.Link;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that waits for a department. */
@Schema(name = "Waiting", description = "Something that waits for a department.")
public record WaitingView(
        @Schema(
                        description = "What is to be done: `accept-objective` or `check-in`",
                        examples = "accept-objective")
                String kind,
        @Schema(description = "What to do it with") Link subject,
        @Schema(examples = "New colleagues can work from their first hour") String title,
        @Schema(description = "Department that it waits for", examples = "it") String department,
        @Schema(description = "Since when it waits") Instant since,
        @Schema(description = "By when it should be done", nullable = true) Instant due) {}
