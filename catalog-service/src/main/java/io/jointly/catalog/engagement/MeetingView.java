package io.jointly.catalog.engagement;

import io.jointly.kit.record.Tagged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A regular meeting as callers see it. */
@Schema(name = "Meeting", description = "A regular meeting of the departments of a stream.")
public record MeetingView(
        @Schema(examples = "MTG-3") String ref,
        @Schema(examples = "employee-onboarding") String stream,
        @Schema(examples = "Joiners' half-hour") String title,
        MeetingKind kind,
        @Schema(description = "What is talked about each time", nullable = true) String agenda,
        @Schema(description = "Codes of the departments that meet, in order")
                List<String> participants,
        LocalDate firstOn,
        @Schema(description = "Time of day in the time zone", examples = "09:30") String startsAt,
        @Schema(examples = "30") int minutes,
        @Schema(examples = "Europe/Amsterdam") String timeZone,
        Repeats repeats,
        @Schema(description = "Every how many weeks or months", examples = "1") int every,
        @Schema(description = "The last day on which it may come", nullable = true) LocalDate until,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
