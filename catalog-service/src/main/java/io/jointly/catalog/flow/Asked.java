package io.jointly.catalog.flow;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A {@link Question}, understood.
 *
 * @param from the last event is at or after this; null is open
 * @param to the last event is before this; null is open
 * @param team one of those that carried it; null is any
 */
record Asked(
        Level level,
        Instant from,
        Instant to,
        String type,
        String team,
        String department,
        String stage) {
    /** Work items {@code i} that are asked for; {@link #bindItems} has its parameters. */
    static final String ITEMS =
            """
            i.value_stream_id = ? AND i.last_at >= ? AND i.last_at < ? AND (?::text IS NULL OR i.type = ?)
            AND (?::text IS NULL OR EXISTS (SELECT 1 FROM stay s WHERE s.work_item_id = i.id AND s.level = 'team' AND s.carrier = ?))
            AND (?::text IS NULL OR EXISTS (SELECT 1 FROM stay s WHERE s.work_item_id = i.id AND s.level = 'department' AND s.carrier = ?))
            AND (?::text IS NULL OR EXISTS (SELECT 1 FROM stay s WHERE s.work_item_id = i.id AND s.level = 'stage' AND s.carrier = ?))
            """;

    /** Days and types {@code i} that are asked for; {@link #bindDays} has its parameters. */
    static final String DAYS =
            "i.value_stream_id = ? AND i.day >= ? AND i.day < ? AND (?::text IS NULL OR i.type = ?)";

    /** Months that lie in the period, and the days before and after them; {@link #bindSpans}. */
    static final String SPANS =
            """
            i.value_stream_id = ? AND i.level = ? AND (i.span = 'month' AND i.start >= ? AND i.start < ?
                OR i.span = 'day' AND i.start >= ? AND i.start < ? OR i.span = 'day' AND i.start >= ? AND i.start < ?)
            """;

    /** All work items of a stream. */
    static Asked everything(Level level) {
        return new Asked(level, null, null, null, null, null, null);
    }

    Asked within(Instant start, Instant end) {
        return new Asked(level, start, end, type, team, department, stage);
    }

    /** The same, but nothing of before a day. */
    Asked notBefore(LocalDate day) {
        var midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return from == null || from.isBefore(midnight) ? within(midnight, to) : this;
    }

    FlowView.Period period() {
        return new FlowView.Period(from, to);
    }

    /** Whether the sums of days answer it. */
    boolean isOfWholeDays() {
        return isMidnight(from)
                && isMidnight(to)
                && team == null
                && department == null
                && stage == null;
    }

    /** Whether all work items of the stream are asked for. */
    boolean isOfEverything() {
        return from == null && to == null && isOfWholeDaysAndAllTypes();
    }

    /** Whether sums that know no type answer it. */
    boolean isOfWholeDaysAndAllTypes() {
        return isOfWholeDays() && type == null;
    }

    int bindItems(PreparedStatement statement, int first, long stream) throws SQLException {
        var next = first;
        statement.setLong(next++, stream);
        statement.setObject(next++, start());
        statement.setObject(next++, end());
        for (var filter : new String[] {type, team, department, stage}) {
            statement.setString(next++, filter);
            statement.setString(next++, filter);
        }
        return next;
    }

    int bindDays(PreparedStatement statement, int first, long stream) throws SQLException {
        var next = first;
        statement.setLong(next++, stream);
        statement.setObject(next++, day(start()));
        statement.setObject(next++, day(end()));
        statement.setString(next++, type);
        statement.setString(next++, type);
        return next;
    }

    int bindSpans(PreparedStatement statement, int first, long stream) throws SQLException {
        var begin = day(start());
        var end = day(end());
        var months = begin.getDayOfMonth() == 1 ? begin : begin.withDayOfMonth(1).plusMonths(1);
        var monthsEnd = end.withDayOfMonth(1);
        if (months.isAfter(monthsEnd)) {
            months = end;
            monthsEnd = end;
        }
        var next = first;
        statement.setLong(next++, stream);
        statement.setString(next++, level.toString());
        for (var bound : new LocalDate[] {months, monthsEnd, begin, months, monthsEnd, end}) {
            statement.setObject(next++, bound);
        }
        return next;
    }

    OffsetDateTime start() {
        return from == null ? FIRST : from.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime end() {
        return to == null ? LAST : to.atOffset(ZoneOffset.UTC);
    }

    /** No event lies outside these (see {@link WorkItemEvent}), and each begins a month. */
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("1970-01-01T00:00:00Z");

    private static final OffsetDateTime LAST = OffsetDateTime.parse("2200-02-01T00:00:00Z");

    private static LocalDate day(OffsetDateTime time) {
        return time.toLocalDate();
    }

    private static boolean isMidnight(Instant time) {
        return time == null || time.equals(time.truncatedTo(ChronoUnit.DAYS));
    }
}
