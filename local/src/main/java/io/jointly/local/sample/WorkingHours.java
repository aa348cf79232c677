package io.jointly.local.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A department's working week: Monday to Friday, nine to five, where it is. */
record WorkingHours(ZoneId zone) {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    static final double HOURS_A_DAY = 8;

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The moment by which so much working time has passed. */
    Instant after(Instant start, double hours) {
        var left = Duration.ofSeconds(Math.max(1, Math.round(hours * 3600)));
        var day = start.atZone(zone).toLocalDate();
        while (true) {
            var opens = day.atTime(OPENS).atZone(zone).toInstant();
            var closes = day.atTime(CLOSES).atZone(zone).toInstant();
            var begin = start.isAfter(opens) ? start : opens;
            if (isWorkingDay(day) && begin.isBefore(closes)) {
                var available = Duration.between(begin, closes);
                if (left.compareTo(available) <= 0) {
                    return begin.plus(left);
                }
                left = left.minus(available);
            }
            day = day.plusDays(1);
        }
    }
}
