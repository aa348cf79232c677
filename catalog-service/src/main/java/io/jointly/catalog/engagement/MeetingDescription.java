package io.jointly.catalog.engagement;

import io.jointly.catalog.reference.Code;
import io.jointly.catalog.reference.TimeZoneName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a meeting. */
@Schema(description = "What can be edited of a meeting.")
public record MeetingDescription(
        @NotBlank @Size(max = 200) @Schema(examples = "Joiners' half-hour") String title,
        @NotNull
                @Schema(
                        description =
                                "What it is for: `review` of the stream, `planning` ahead, `pain-points`, `retrospective`, `other`")
                MeetingKind kind,
        @Size(max = 2000)
                @Schema(
                        description = "What is talked about each time",
                        nullable = true,
                        examples = "Requests that came back last week; role profiles to mend")
                String agenda,
        @NotNull
                @Size(min = 2, max = 50)
                @Schema(
                        description = "Codes of the departments that meet, two at least",
                        examples = "[\"hr\",\"it\"]")
                Set<@NotNull @Code String> participants,
        @NotNull @Schema(description = "The first day", examples = "2026-12-03") LocalDate firstOn,
        @NotNull
                @Pattern(
                        regexp = "([01][0-9]|2[0-3]):[0-5][0-9]",
                        message = "must be a time of day, HH:MM, for instance 09:30")
                @Schema(
                        description =
                                "Time of day in the time zone, HH:MM. It stays the same when clocks change.",
                        examples = "09:30")
                String startsAt,
        @Min(5) @Max(720) @Schema(description = "How long it takes, 5 to 720", examples = "30")
                int minutes,
        @NotNull
                @TimeZoneName
                @Schema(description = "Name in the IANA database", examples = "Europe/Amsterdam")
                String timeZone,
        @NotNull
                @Schema(
                        description =
                                "`once`; `weekly`, on the weekday of the first day; `monthly-by-date`, on its day of the month, or the last day of a shorter month; `monthly-by-weekday`, for instance every second Tuesday of a month (a fifth one means the last)",
                        examples = "weekly")
                Repeats repeats,
        @Min(1)
                @Max(52)
                @Schema(
                        description =
                                "Every how many weeks or months, 1 to 52; without meaning for `once`",
                        defaultValue = "1",
                        examples = "1")
                Integer every,
        @Schema(
                        description =
                                "The last day on which it may come, which ends it; without meaning for `once`",
                        nullable = true,
                        examples = "2027-12-31")
                LocalDate until) {

    public MeetingDescription {
        every = every == null ? 1 : every;
    }
}
