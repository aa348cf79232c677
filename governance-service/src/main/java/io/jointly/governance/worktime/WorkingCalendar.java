package io.jointly.governance.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The hours in which people of one place work, as real elapsed time: a day on which the clocks
 * change within working hours is an hour shorter or longer, as it is for the people.
 */
public final class WorkingCalendar {
    /** Longer closures are a mistake in the calendar, not a holiday. */
    private static final int LONGEST_CLOSURE_DAYS = 400;

    private final ZoneId zone;
    private final LocalTime opens;
    private final LocalTime closes;
    private final Set<DayOfWeek> days;
    private final Predicate<LocalDate> holiday;

    /**
     * @param closes end of the day; midnight means the end of the date
     */
    public WorkingCalendar(
            ZoneId zone,
            LocalTime opens,
            LocalTime closes,
            Set<DayOfWeek> days,
            Predicate<LocalDate> holiday) {
        if (days.isEmpty() || (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes))) {
            throw new IllegalArgumentException(
                    "Working hours need a day and must open before they close");
        }
        this.zone = zone;
        this.opens = opens;
        this.closes = closes;
        this.days = Set.copyOf(days);
        this.holiday = holiday;
    }

    /**
     * The earliest moment in working hours by which so much working time has passed since the
     * start. With no work at all it is the start itself, or the next opening.
     */
    public Instant add(Instant start, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("Working time only goes forward");
        }
        // From the day before, which a start at midnight may just have ended.
        var date = start.atZone(zone).toLocalDate().minusDays(1);
        var left = work;
        for (var closed = 0; closed < LONGEST_CLOSURE_DAYS; date = date.plusDays(1)) {
            var begin = later(start, opening(date));
            var end = closing(date);
            if (!isWorkingDay(date) || begin.isAfter(end)) {
                closed++;
                continue;
            }
            closed = 0;
            var available = Duration.between(begin, end);
            if (left.compareTo(available) <= 0) {
                return begin.plus(left);
            }
            left = left.minus(available);
        }
        throw new IllegalStateException(
                "No working day within " + LONGEST_CLOSURE_DAYS + " days of " + date);
    }

    /** The working time between two moments; none when the end is not after the start. */
    public Duration between(Instant start, Instant end) {
        var total = Duration.ZERO;
        var last = end.atZone(zone).toLocalDate();
        for (var date = start.atZone(zone).toLocalDate();
                !date.isAfter(last);
                date = date.plusDays(1)) {
            if (isWorkingDay(date)) {
                var from = later(start, opening(date));
                var to = closing(date).isBefore(end) ? closing(date) : end;
                total = from.isBefore(to) ? total.plus(Duration.between(from, to)) : total;
            }
        }
        return total;
    }

    /** Whether people work at that moment; both ends of the day count. */
    public boolean isOpen(Instant moment) {
        var date = moment.atZone(zone).toLocalDate();
        // Midnight belongs to the day that it ends, too.
        return within(moment, date) || within(moment, date.minusDays(1));
    }

    private boolean within(Instant moment, LocalDate date) {
        return isWorkingDay(date)
                && !moment.isBefore(opening(date))
                && !moment.isAfter(closing(date));
    }

    private boolean isWorkingDay(LocalDate date) {
        return days.contains(date.getDayOfWeek()) && !holiday.test(date) && exists(date);
    }

    /**
     * A place that moves over the date line leaves out a day, as Samoa did with 30 December 2011.
     */
    private boolean exists(LocalDate date) {
        return date.atTime(opens).atZone(zone).toLocalDate().equals(date);
    }

    private Instant opening(LocalDate date) {
        return date.atTime(opens).atZone(zone).toInstant();
    }

    private Instant closing(LocalDate date) {
        return closes.equals(LocalTime.MIDNIGHT)
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(closes).atZone(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
