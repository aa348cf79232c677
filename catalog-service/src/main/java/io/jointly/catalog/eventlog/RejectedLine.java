package io.jointly.catalog.eventlog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line that was left out, and why. */
@Schema(description = "A line that was left out, and why.")
public record RejectedLine(
        @Schema(description = "Line of the file, from 1", examples = "17") long line,
        @Schema(
                        description = "Field at fault; null when the whole line is",
                        nullable = true,
                        examples = "occurredAt")
                String field,
        @Schema(examples = "is not a time of the form d/M/uuuu HH:mm") String reason) {}
