package io.jointly.catalog.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which a meeting comes, and the instants that follow from them.
 *
 * @param until the last day on which it may come; null for no end
 */
record Recurrence(
        LocalDate first, LocalTime time, ZoneId zone, Repeats repeats, int every, LocalDate until) {
    private static final int DAYS = 7;
    private static final int FIFTH = 5;

    /** Its days from one to another, both included. */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new ArrayList<LocalDate>();
        var last = until == null || to.isBefore(until) ? to : until;
        for (var n = before(from); ; n++) {
            var day = day(n);
            if (day.isAfter(last)) {
                return days;
            }
            if (!day.isBefore(from)) {
                days.add(day);
            }
            if (repeats == Repeats.ONCE) {
                return days;
            }
        }
    }

    /** Whether it may come on a day or after it. */
    boolean mayComeFrom(LocalDate day) {
        return (until == null || !until.isBefore(day))
                && (repeats != Repeats.ONCE || !first.isBefore(day));
    }

    boolean comesOn(LocalDate day) {
        return days(day, day).contains(day);
    }

    /**
     * When it begins on a day: the same time on the clock on the wall, summer and winter. A time
     * that the clocks skip moves on by as much as they skip; of one that comes twice the first
     * counts.
     */
    Instant startsAt(LocalDate day) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** The number of a repetition that is certainly no later than the day. */
    private long before(LocalDate day) {
        var passed =
                switch (repeats) {
                    case ONCE -> 0;
                    case WEEKLY -> ChronoUnit.DAYS.between(first, day) / DAYS;
                    case MONTHLY_BY_DATE, MONTHLY_BY_WEEKDAY ->
                            ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
                };
        return Math.max(0, passed / every - 1);
    }

    private LocalDate day(long n) {
        return switch (repeats) {
            case ONCE -> first;
            case WEEKLY -> first.plusWeeks(n * every);
            case MONTHLY_BY_DATE -> first.plusMonths(n * every);
            case MONTHLY_BY_WEEKDAY -> weekday(YearMonth.from(first).plusMonths(n * every));
        };
    }

    private LocalDate weekday(YearMonth month) {
        var nth = (first.getDayOfMonth() - 1) / DAYS + 1;
        return month.atDay(1)
                .with(
                        nth == FIFTH
                                ? TemporalAdjusters.lastInMonth(first.getDayOfWeek())
                                : TemporalAdjusters.dayOfWeekInMonth(nth, first.getDayOfWeek()));
    }
}
