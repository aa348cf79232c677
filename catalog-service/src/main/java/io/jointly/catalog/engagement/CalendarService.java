package io.jointly.catalog.engagement;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.http.Params;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** Tells on which days the meetings of a stream come. */
@ApplicationScoped
@Transactional
class CalendarService {
    private static final Duration USUAL = Duration.ofDays(92);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Time zones are this far from UTC at most, and a day more for what crosses midnight. */
    private static final int MARGIN_DAYS = 2;

    private final Meetings meetings;
    private final ValueStreams streams;

    CalendarService(Meetings meetings, ValueStreams streams) {
        this.meetings = meetings;
        this.streams = streams;
    }

    Page<OccurrenceView> calendar(String code, String fromText, String toText, Paging paging) {
        streams.idOf(code);
        var from = Params.instant("from", fromText);
        var to = Params.instant("to", toText);
        var begin = from != null ? from : to == null ? Instant.now() : to.minus(USUAL);
        var end = to != null ? to : begin.plus(USUAL);
        requireSound(begin, end);
        var occurrences = occurrences(code, begin, end);
        return paging.page(
                (key, most) ->
                        occurrences.stream()
                                .filter(o -> key == null || key(o).compareTo(key) > 0)
                                .limit(most)
                                .toList(),
                CalendarService::key,
                occurrence -> occurrence,
                occurrences::size);
    }

    private static void requireSound(Instant begin, Instant end) {
        if (begin.isBefore(EARLIEST) || begin.isAfter(LATEST)) {
            throw StandardProblem.invalidParameter("from", "must lie in the years 2000 to 2199");
        }
        if (end.isBefore(begin) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw StandardProblem.invalidParameter(
                    "to", "must be after the beginning, 366 days at most");
        }
    }

    private List<OccurrenceView> occurrences(String stream, Instant begin, Instant end) {
        var from = day(begin).minusDays(MARGIN_DAYS);
        var to = day(end).plusDays(MARGIN_DAYS);
        return meetings.of(stream, from, to).stream()
                .flatMap(meeting -> meeting.occurrences(from, to).stream())
                .filter(o -> o.endsAt().isAfter(begin) && o.startsAt().isBefore(end))
                .sorted(Comparator.comparing(CalendarService::key))
                .toList();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String key(OccurrenceView occurrence) {
        return occurrence.startsAt() + " " + occurrence.meeting();
    }
}
