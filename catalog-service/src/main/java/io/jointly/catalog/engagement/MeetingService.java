package io.jointly.catalog.engagement;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.catalog.department.Departments;
import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.MergePatch;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.TreeSet;

/** What can be done with the meetings of a stream. */
@ApplicationScoped
@Transactional
class MeetingService {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private final Meetings meetings;
    private final ValueStreams streams;
    private final Departments departments;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final Caller caller;

    MeetingService(
            Meetings meetings,
            ValueStreams streams,
            Departments departments,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            Caller caller) {
        this.meetings = meetings;
        this.streams = streams;
        this.departments = departments;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.caller = caller;
    }

    Page<MeetingView> list(String stream, Paging paging) {
        if (stream != null) {
            streams.requireParameter("stream", stream);
        }
        return paging.page(
                (key, most) -> meetings.after(Paging.number(key), stream, most),
                meeting -> meeting.id().toString(),
                Meeting::view,
                () -> meetings.count(stream));
    }

    MeetingView find(String reference) {
        return meetings.require(reference).view();
    }

    MeetingView agree(NewMeeting wish) {
        var stream = streams.factsNamed("/stream", wish.stream());
        caller.requireHeadOfAny(new TreeSet<>(stream.owners()));
        requireSound(wish.description());
        var meeting = new Meeting(stream.code(), wish.description());
        requireRoom(meeting);
        meetings.persistAndFlush(meeting);
        journal.record("meeting.agreed", meeting.link(), null, meeting.view());
        return meeting.view();
    }

    MeetingView change(String reference, JsonNode patch) {
        var meeting = meetings.require(reference);
        caller.requireHeadOfAny(new TreeSet<>(streams.factsOf(meeting.stream()).owners()));
        precondition.matches(meeting);
        var before = meeting.view();
        var wish = mergePatch.apply(patch, meeting.description(), MeetingDescription.class);
        requireSound(wish);
        var wasComing = meeting.recurrence().mayComeFrom(today());
        if (!wasComing) {
            requireRoom(new Meeting(meeting.stream(), wish));
        }
        meeting.describe(wish);
        meetings.flush();
        journal.record("meeting.changed", meeting.link(), before, meeting.view());
        return meeting.view();
    }

    MeetingView attended(String reference, RecordAttendance wish) {
        var meeting = meetings.require(reference);
        caller.requireHeadOfAny(meeting.participants());
        precondition.matches(meeting);
        requireParticipants(meeting, wish);
        requireHeld(meeting, wish.on());
        var before = occurrence(meeting, wish.on());
        meeting.attended(wish.on(), new Attendance(wish, caller));
        meetings.flush();
        journal.record("meeting.attended", meeting.link(), before, occurrence(meeting, wish.on()));
        return meeting.view();
    }

    private static OccurrenceView occurrence(Meeting meeting, LocalDate on) {
        return meeting.occurrences(on, on).get(0);
    }

    private static void requireParticipants(Meeting meeting, RecordAttendance wish) {
        var strangers = new TreeSet<>(wish.departments());
        strangers.removeAll(meeting.participants());
        if (!strangers.isEmpty()) {
            throw StandardProblem.invalid(
                    "/departments",
                    "names departments that are not to meet: " + String.join(", ", strangers));
        }
    }

    private static void requireHeld(Meeting meeting, LocalDate on) {
        var rule = meeting.recurrence();
        var held =
                meeting.wasRecordedOn(on)
                        || (rule.comesOn(on) && !rule.startsAt(on).isAfter(Instant.now()));
        if (!held) {
            throw new MeetingProblem.NotHeld(meeting.reference(), on);
        }
    }

    private void requireRoom(Meeting wish) {
        var today = today();
        if (!wish.recurrence().mayComeFrom(today)) {
            return;
        }
        streams.hold(wish.stream()); // two at once would both find the last place free
        if (meetings.countComing(wish.stream(), today) >= Meetings.MOST) {
            throw StandardProblem.ruleViolated(
                    "too-many-meetings",
                    "'%s' has %d meetings that are still to come; end one of them (`until`, a day that is past), or change it."
                            .formatted(wish.stream(), Meetings.MOST));
        }
    }

    /** The earliest day that it is today anywhere. */
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.ofHours(-12));
    }

    private void requireSound(MeetingDescription wish) {
        var errors = new ArrayList<FieldError>();
        if (wish.firstOn().isBefore(EARLIEST) || wish.firstOn().isAfter(LATEST)) {
            errors.add(
                    FieldError.at("/firstOn", "must be from %s to %s".formatted(EARLIEST, LATEST)));
        }
        if (wish.until() != null && wish.until().isBefore(wish.firstOn())) {
            errors.add(FieldError.at("/until", "is before the first day"));
        }
        if (!errors.isEmpty()) {
            throw StandardProblem.invalid(errors);
        }
        departments.requireAll("/participants", wish.participants());
    }
}
