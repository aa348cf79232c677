package io.jointly.governance.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalDate BASTILLE_DAY = LocalDate.of(2026, 7, 14);

    private final WorkingCalendar paris = of(PARIS, "09:00", "17:00");

    @Test
    void runsWithinADay() {
        assertThat(paris.add(at("2026-11-19T10:00"), Duration.ofHours(3)))
                .isEqualTo(at("2026-11-19T13:00"));
    }

    @Test
    void endsAtClosingTimeNotAtTheNextOpening() {
        assertThat(paris.add(at("2026-11-19T09:00"), Duration.ofHours(8)))
                .isEqualTo(at("2026-11-19T17:00"));
    }

    @Test
    void stopsOverTheWeekend() {
        assertThat(paris.add(at("2026-11-20T16:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-11-23T10:00"));
    }

    @Test
    void stopsOnHolidays() {
        assertThat(paris.add(at("2026-07-13T16:00"), Duration.ofHours(2)))
                .isEqualTo(at("2026-07-15T10:00"));
    }

    @Test
    void beginsAtTheNextOpeningWhenRaisedAtNight() {
        assertThat(paris.add(at("2026-11-21T23:30"), Duration.ZERO))
                .isEqualTo(at("2026-11-23T09:00"));
        assertThat(paris.add(at("2026-11-19T03:00"), Duration.ofMinutes(1)))
                .isEqualTo(at("2026-11-19T09:01"));
    }

    @Test
    void isCountedWhereTheDepartmentWorks() {
        var tokyo = of(ZoneId.of("Asia/Tokyo"), "09:00", "17:00");
        assertThat(tokyo.add(Instant.parse("2026-11-19T07:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));
    }

    @Test
    void knowsThatANightShiftIsAnHourShorterInSpring() {
        // On 29 March 2026 the clocks go from 2 to 3: from 1 to 5 o'clock there are three hours.
        var night =
                new WorkingCalendar(
                        PARIS,
                        LocalTime.of(1, 0),
                        LocalTime.of(5, 0),
                        EnumSet.allOf(DayOfWeek.class),
                        day -> false);
        assertThat(night.add(at("2026-03-29T01:00"), Duration.ofHours(3)))
                .isEqualTo(at("2026-03-29T05:00"));
        assertThat(night.between(at("2026-10-25T01:00"), at("2026-10-25T05:00")))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void doesNotWorkOnADayThatAPlaceLeftOut() {
        // Samoa went from Thursday the 29th to Saturday the 31st of December 2011.
        var apia =
                new WorkingCalendar(
                        ZoneId.of("Pacific/Apia"),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        EnumSet.allOf(DayOfWeek.class),
                        day -> false);
        var thursday = Instant.parse("2011-12-29T19:00:00Z"); // nine o'clock
        assertThat(apia.add(thursday, Duration.ofHours(24)))
                .isEqualTo(Instant.parse("2012-01-01T03:00:00Z"));
        assertThat(apia.between(thursday, Instant.parse("2012-01-01T03:00:00Z")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void canRunAroundTheClock() {
        var always =
                new WorkingCalendar(
                        PARIS,
                        LocalTime.MIDNIGHT,
                        LocalTime.MIDNIGHT,
                        EnumSet.allOf(DayOfWeek.class),
                        day -> false);
        var start = at("2026-11-21T22:00");
        assertThat(always.add(start, Duration.ofHours(100)))
                .isEqualTo(start.plus(Duration.ofHours(100)));
        assertThat(always.isOpen(start)).isTrue();
    }

    @Test
    void refusesHoursThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(PARIS, "17:00", "09:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paris.add(Instant.EPOCH, Duration.ofHours(-1)));
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }

    private static WorkingCalendar of(ZoneId zone, String opens, String closes) {
        return new WorkingCalendar(
                zone, LocalTime.parse(opens), LocalTime.parse(closes), WEEK, BASTILLE_DAY::equals);
    }
}
