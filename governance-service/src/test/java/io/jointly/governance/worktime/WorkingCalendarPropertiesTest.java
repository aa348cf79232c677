package io.jointly.governance.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold of any calendar, also where and when the clocks change within working hours. */
class WorkingCalendarPropertiesTest {
    /**
     * Lord Howe changes by half an hour, Cairo and Beirut at midnight, Apia skipped a whole day.
     */
    private static final String[] ZONES = {
        "UTC",
        "Europe/Paris",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Cairo",
        "Asia/Beirut",
        "Pacific/Apia",
        "Asia/Kolkata"
    };

    @Property
    void addingIsAdditive(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll("work") Duration a,
            @ForAll("work") Duration b) {
        assertThat(calendar.add(calendar.add(start, a), b))
                .isEqualTo(calendar.add(start, a.plus(b)));
    }

    @Property
    void addingIsMonotone(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll("moments") Instant other,
            @ForAll("work") Duration a,
            @ForAll("work") Duration b) {
        assertThat(calendar.add(start, a)).isBeforeOrEqualTo(calendar.add(start, a.plus(b)));
        var first = start.isBefore(other) ? start : other;
        var second = start.isBefore(other) ? other : start;
        assertThat(calendar.add(first, a)).isBeforeOrEqualTo(calendar.add(second, a));
    }

    @Property
    void neverLandsOutsideWorkingHours(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll("work") Duration work) {
        var end = calendar.add(start, work);
        assertThat(calendar.isOpen(end)).isTrue();
        assertThat(end).isAfterOrEqualTo(start);
    }

    @Property
    void whatIsAddedHasPassed(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant start,
            @ForAll("work") Duration work) {
        assertThat(calendar.between(start, calendar.add(start, work))).isEqualTo(work);
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        var hours =
                Arbitraries.of(
                        new LocalTime[] {LocalTime.of(9, 0), LocalTime.of(17, 0)},
                        new LocalTime[] {LocalTime.of(1, 30), LocalTime.of(4, 15)},
                        new LocalTime[] {LocalTime.of(20, 0), LocalTime.MIDNIGHT},
                        new LocalTime[] {LocalTime.MIDNIGHT, LocalTime.MIDNIGHT});
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).map(EnumSet::copyOf);
        var holidays = Arbitraries.of(3, 5, 1000);
        return Combinators.combine(Arbitraries.of(ZONES), hours, days, holidays)
                .as(
                        (zone, between, working, every) ->
                                new WorkingCalendar(
                                        ZoneId.of(zone),
                                        between[0],
                                        between[1],
                                        working,
                                        (LocalDate date) -> date.toEpochDay() % every == 1));
    }

    @Provide
    Arbitrary<Instant> moments() {
        // Around the changes of 2026, and the year end 2011 in which Samoa left out a day.
        var near =
                Arbitraries.of(
                        "2026-03-08T06:00:00Z",
                        "2026-03-29T00:00:00Z",
                        "2026-04-23T20:00:00Z",
                        "2026-10-04T12:00:00Z",
                        "2026-10-25T00:00:00Z",
                        "2026-11-01T05:00:00Z",
                        "2011-12-29T10:00:00Z");
        return Combinators.combine(near, Arbitraries.integers().between(-300_000, 300_000))
                .as((moment, seconds) -> Instant.parse(moment).plusSeconds(seconds));
    }

    @Provide
    Arbitrary<Duration> work() {
        return Arbitraries.longs().between(0, 400_000).map(Duration::ofSeconds);
    }
}
