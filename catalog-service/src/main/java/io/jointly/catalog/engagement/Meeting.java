package io.jointly.catalog.engagement;

import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A regular meeting of the departments of a stream. */
@Entity
class Meeting extends Aggregate {
    static final String PREFIX = "MTG";

    @Column(updatable = false)
    private String stream;

    private String title;

    @Enumerated(EnumType.STRING)
    private MeetingKind kind;

    private String agenda;
    private LocalDate firstOn;
    private String startsAt;
    private int minutes;
    private String timeZone;

    @Enumerated(EnumType.STRING)
    private Repeats repeats;

    private int every;
    private LocalDate until;

    @ElementCollection
    @CollectionTable(name = "meeting_participant", joinColumns = @JoinColumn(name = "meeting_id"))
    @Column(name = "department")
    private Set<String> participants = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "meeting_attendance", joinColumns = @JoinColumn(name = "meeting_id"))
    @MapKeyColumn(name = "held_on")
    private Map<LocalDate, Attendance> attendances = new HashMap<>();

    protected Meeting() {}

    Meeting(String stream, MeetingDescription description) {
        this.stream = stream;
        describe(description);
    }

    String stream() {
        return stream;
    }

    String reference() {
        return reference(PREFIX, id());
    }

    Link link() {
        return new Link("meeting", reference());
    }

    Set<String> participants() {
        return new TreeSet<>(participants);
    }

    void describe(MeetingDescription wish) {
        title = wish.title();
        kind = wish.kind();
        agenda = wish.agenda();
        firstOn = wish.firstOn();
        startsAt = wish.startsAt();
        minutes = wish.minutes();
        timeZone = wish.timeZone();
        repeats = wish.repeats();
        every = wish.every();
        until = wish.until();
        participants.retainAll(wish.participants());
        participants.addAll(wish.participants());
        touch();
    }

    MeetingDescription description() {
        return new MeetingDescription(
                title,
                kind,
                agenda,
                Set.copyOf(participants),
                firstOn,
                startsAt,
                minutes,
                timeZone,
                repeats,
                every,
                until);
    }

    Recurrence recurrence() {
        return new Recurrence(
                firstOn, LocalTime.parse(startsAt), ZoneId.of(timeZone), repeats, every, until);
    }

    boolean wasRecordedOn(LocalDate day) {
        return attendances.containsKey(day);
    }

    void attended(LocalDate day, Attendance attendance) {
        attendances.put(day, attendance);
        touch();
    }

    /**
     * Its days from one to another: those of the rule, and those on which it was held by the rule
     * of that time.
     */
    List<OccurrenceView> occurrences(LocalDate from, LocalDate to) {
        var rule = recurrence();
        var days = new TreeSet<>(rule.days(from, to));
        attendances.keySet().stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .forEach(days::add);
        return days.stream().map(day -> occurrence(rule, day)).toList();
    }

    private OccurrenceView occurrence(Recurrence rule, LocalDate day) {
        var start = rule.startsAt(day);
        var attendance = attendances.get(day);
        return new OccurrenceView(
                reference(),
                title,
                kind,
                day,
                start,
                start.plus(Duration.ofMinutes(minutes)),
                timeZone,
                List.copyOf(participants()),
                attendance == null ? null : attendance.view());
    }

    MeetingView view() {
        return new MeetingView(
                reference(),
                stream,
                title,
                kind,
                agenda,
                List.copyOf(participants()),
                firstOn,
                startsAt,
                minutes,
                timeZone,
                repeats,
                every,
                until,
                version(),
                createdAt(),
                updatedAt());
    }
}
