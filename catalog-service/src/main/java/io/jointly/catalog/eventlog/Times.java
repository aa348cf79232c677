package io.jointly.catalog.eventlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Reads times of one form. One that names no offset is local to the zone: where the clock skips it
 * in spring it counts as much later as the clock was put forward, and where it comes twice in
 * autumn the first is meant, which is what java.time does and databases too.
 */
record Times(DateTimeFormatter formatter, String form) {
    /** As ISO 8601 and logs write it: T or a blank, any usual offset or none. */
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .optionalStart()
                    .appendLiteral('[')
                    .parseCaseSensitive()
                    .appendZoneRegionId()
                    .appendLiteral(']')
                    .optionalEnd()
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /**
     * @param format as DateTimeFormatter has it; ISO 8601 when null
     * @param zone of times without an offset; UTC when null
     */
    static Times of(String format, String zone) {
        var local = zone(zone == null ? "UTC" : zone);
        if (format == null || format.isEmpty()) {
            return new Times(ISO.withZone(local), "RFC 3339 or ISO 8601");
        }
        try {
            return new Times(
                    DateTimeFormatter.ofPattern(format, Locale.ROOT)
                            .withZone(local)
                            .withResolverStyle(ResolverStyle.STRICT),
                    format);
        } catch (IllegalArgumentException e) {
            throw new BodyProblem.Mapping(
                    "/timeFormat", "is not a form of DateTimeFormatter: " + e.getMessage());
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new BodyProblem.Mapping("/timeZone", "is no time zone of the IANA database");
        }
    }

    Instant read(String field, String value) {
        try {
            return value == null ? null : Instant.from(formatter.parse(value));
        } catch (DateTimeException e) {
            throw new Rejection(field, "is not a time of the form " + form);
        }
    }
}
