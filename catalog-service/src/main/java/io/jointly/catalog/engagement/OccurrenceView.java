package io.jointly.catalog.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day on which a meeting comes, or came. */
@Schema(name = "Occurrence", description = "A day on which a meeting comes, or came.")
public record OccurrenceView(
        @Schema(examples = "MTG-3") String meeting,
        @Schema(examples = "Joiners' half-hour") String title,
        MeetingKind kind,
        @Schema(description = "The day in the meeting's time zone; it names the occurrence")
                LocalDate on,
        Instant startsAt,
        Instant endsAt,
        @Schema(examples = "Europe/Amsterdam") String timeZone,
        @Schema(description = "Codes of the departments that are to meet")
                List<String> participants,
        @Schema(description = "Who was there; null as long as nobody recorded it", nullable = true)
                Attendance attendance) {

    /** Who was there. */
    @Schema(name = "Attendance", description = "Who was there.")
    public record Attendance(
            @Schema(description = "Codes of the departments that were there")
                    List<String> departments,
            @Schema(description = "What came of it", nullable = true) String note,
            @Schema(description = "Who recorded it") String by,
            Instant at) {}
}
