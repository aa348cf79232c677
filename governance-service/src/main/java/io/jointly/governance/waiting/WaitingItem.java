package io.jointly.governance.waiting;

import io.jointly.kit.link.Link;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that waits for the caller. */
@Schema(description = "Something that waits for the caller.")
public record WaitingItem(
        WaitingKind kind,
        @Schema(description = "The record that it is about") Link subject,
        @Schema(examples = "Joiner tickets bounce between two desks") String title,
        @Schema(
                        description =
                                "The department that the caller would act for; null for sponsors",
                        nullable = true,
                        examples = "hr")
                String department,
        @Schema(description = "Since when it waits") Instant since,
        @Schema(description = "Until when it can wait", nullable = true) Instant due) {}
