package io.jointly.catalog.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void keepsItsTimeOnTheWallWhenSummerTimeBeginsAndEnds() {
        var weekly = rule("2027-03-23", "09:30", Repeats.WEEKLY, 1, null);
        assertThat(starts(weekly, "2027-03-23", "2027-03-30"))
                .containsExactly(
                        Instant.parse("2027-03-23T08:30:00Z"),
                        Instant.parse("2027-03-30T07:30:00Z"));
        assertThat(starts(weekly, "2027-10-26", "2027-11-02"))
                .containsExactly(
                        Instant.parse("2027-10-26T07:30:00Z"),
                        Instant.parse("2027-11-02T08:30:00Z"));
    }

    @Test
    void movesOnATimeThatTheClocksSkip() {
        var rule = rule("2027-03-21", "02:30", Repeats.WEEKLY, 1, null);
        // On 28 March 2027 clocks go from 02:00 to 03:00: 02:30 becomes 03:30, summer time.
        assertThat(starts(rule, "2027-03-28", "2027-03-28"))
                .containsExactly(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void takesTheFirstOfATimeThatComesTwice() {
        var rule = rule("2027-10-24", "02:30", Repeats.WEEKLY, 1, null);
        // On 31 October 2027 02:30 comes in summer time (00:30 UTC) and again in winter time.
        assertThat(starts(rule, "2027-10-31", "2027-10-31"))
                .containsExactly(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @Test
    void comesEveryOtherWeekAcrossTheYear() {
        assertThat(
                        days(
                                rule("2026-12-17", "09:00", Repeats.WEEKLY, 2, null),
                                "2026-12-18",
                                "2027-01-31"))
                .containsExactly(
                        LocalDate.parse("2026-12-31"),
                        LocalDate.parse("2027-01-14"),
                        LocalDate.parse("2027-01-28"));
    }

    @Test
    void comesOnTheLastDayOfAShorterMonthAndBackOnItsOwn() {
        assertThat(
                        days(
                                rule("2027-01-31", "09:00", Repeats.MONTHLY_BY_DATE, 1, null),
                                "2027-02-01",
                                "2028-03-01"))
                .startsWith(
                        LocalDate.parse("2027-02-28"),
                        LocalDate.parse("2027-03-31"),
                        LocalDate.parse("2027-04-30"))
                .contains(LocalDate.parse("2028-02-29"));
    }

    @Test
    void comesOnTheSameWeekdayOfTheMonth() {
        assertThat(
                        days(
                                rule("2027-01-12", "09:00", Repeats.MONTHLY_BY_WEEKDAY, 1, null),
                                "2027-01-01",
                                "2027-04-30"))
                .containsExactly(
                        LocalDate.parse("2027-01-12"),
                        LocalDate.parse("2027-02-09"),
                        LocalDate.parse("2027-03-09"),
                        LocalDate.parse("2027-04-13"));
    }

    @Test
    void readsAFifthWeekdayAsTheLast() {
        assertThat(
                        days(
                                rule("2027-01-29", "09:00", Repeats.MONTHLY_BY_WEEKDAY, 1, null),
                                "2027-01-01",
                                "2027-04-30"))
                .containsExactly(
                        LocalDate.parse("2027-01-29"),
                        LocalDate.parse("2027-02-26"),
                        LocalDate.parse("2027-03-26"),
                        LocalDate.parse("2027-04-30"));
    }

    @Test
    void endsOnItsLastDay() {
        var rule = rule("2027-01-05", "09:00", Repeats.WEEKLY, 1, "2027-01-19");
        assertThat(days(rule, "2027-01-01", "2027-12-31"))
                .containsExactly(
                        LocalDate.parse("2027-01-05"),
                        LocalDate.parse("2027-01-12"),
                        LocalDate.parse("2027-01-19"));
    }

    @Test
    void comesOnceWhenItComesOnce() {
        var rule = rule("2027-01-05", "09:00", Repeats.ONCE, 3, null);
        assertThat(days(rule, "2026-01-01", "2030-01-01"))
                .containsExactly(LocalDate.parse("2027-01-05"));
        assertThat(days(rule, "2027-01-06", "2030-01-01")).isEmpty();
    }

    /** Against the slow and plain way: looking at every single day. */
    @Property
    void findsTheDaysThatADayByDaySearchFinds(
            @ForAll @IntRange(min = 0, max = 4000) int firstDay,
            @ForAll @IntRange(min = 1, max = 52) int every,
            @ForAll @IntRange(min = 0, max = 4000) int from,
            @ForAll @IntRange(min = 0, max = 400) int length,
            @ForAll Repeats repeats) {
        var epoch = LocalDate.parse("2025-01-01");
        var first = epoch.plusDays(firstDay);
        var begin = epoch.plusDays(from);
        var end = begin.plusDays(length);
        var rule = rule(first.toString(), "09:00", repeats, every, null);

        var expected =
                Stream.iterate(first, day -> !day.isAfter(end), day -> day.plusDays(1))
                        .filter(day -> !day.isBefore(begin) && comes(first, day, repeats, every))
                        .toList();

        assertThat(rule.days(begin, end)).isEqualTo(expected);
    }

    private static boolean comes(LocalDate first, LocalDate day, Repeats repeats, int every) {
        var months =
                (day.getYear() - first.getYear()) * 12
                        + day.getMonthValue()
                        - first.getMonthValue();
        return switch (repeats) {
            case ONCE -> day.equals(first);
            case WEEKLY -> (day.toEpochDay() - first.toEpochDay()) % (7L * every) == 0;
            case MONTHLY_BY_DATE ->
                    months % every == 0
                            && day.getDayOfMonth()
                                    == Math.min(first.getDayOfMonth(), day.lengthOfMonth());
            case MONTHLY_BY_WEEKDAY ->
                    months % every == 0
                            && day.getDayOfWeek() == first.getDayOfWeek()
                            && isSameWeek(first, day);
        };
    }

    private static boolean isSameWeek(LocalDate first, LocalDate day) {
        var nth = (first.getDayOfMonth() - 1) / 7;
        return nth == 4
                ? day.getDayOfMonth() + 7 > day.lengthOfMonth()
                : (day.getDayOfMonth() - 1) / 7 == nth;
    }

    private static Recurrence rule(
            String first, String time, Repeats repeats, int every, String until) {
        return new Recurrence(
                LocalDate.parse(first),
                LocalTime.parse(time),
                AMSTERDAM,
                repeats,
                every,
                until == null ? null : LocalDate.parse(until));
    }

    private static List<LocalDate> days(Recurrence rule, String from, String to) {
        return rule.days(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static List<Instant> starts(Recurrence rule, String from, String to) {
        return days(rule, from, to).stream().map(rule::startsAt).toList();
    }
}
