package io.jointly.catalog.waiting;

import io.jointly.kit.link.Link;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that waits for a department. */
@Schema(name = "CatalogWaiting", description = "Something that waits for a department.")
public record WaitingView(
        @Schema(
                        description =
                                "What is to be done: `confirm-stream`, `acknowledge-pain-point` or `answer-pain-point`",
                        examples = "confirm-stream")
                String kind,
        @Schema(description = "What to do it with", examples = "value-stream:employee-onboarding")
                Link subject,
        @Schema(examples = "Employee onboarding") String title,
        @Schema(description = "Department that it waits for", examples = "it") String department,
        @Schema(description = "Since when it waits") Instant since,
        @Schema(description = "By when it should be done", nullable = true) Instant due) {}
