package io.jointly.kit.http;

import io.jointly.kit.problem.StandardProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads query parameters, and names the one that does not parse. */
public final class Params {
    private Params() {}

    /** An RFC 3339 instant, or a date, which means its first moment in UTC; null when absent. */
    public static Instant instant(String name, String value) {
        if (value == null) {
            return null;
        }
        try {
            var instant =
                    value.indexOf('T') < 0
                            ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(value).toInstant();
            if (Bounds.within(instant)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // answered below, the same as out of bounds
        }
        throw StandardProblem.invalidParameter(
                name,
                "is neither an RFC 3339 instant (2026-01-31T09:30:00Z) nor a date (2026-01-31)");
    }

    /** A whole number within bounds; the default when absent. */
    public static int number(String name, String value, int min, int max, int byDefault) {
        if (value == null) {
            return byDefault;
        }
        // No plus sign and no digits of other scripts, which parseInt would take.
        if (value.matches("-?[0-9]{1,10}")) {
            var number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return (int) number;
            }
        }
        throw StandardProblem.invalidParameter(
                name, "is not a whole number from %d to %d".formatted(min, max));
    }

    public static boolean flag(String name, String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw StandardProblem.invalidParameter(name, "is neither true nor false");
    }

    /** One of the names that {@code toString} gives the constants; empty when absent. */
    public static <E extends Enum<E>> Optional<E> oneOf(String name, String value, Class<E> type) {
        return value == null ? Optional.empty() : Optional.of(constant(name, value, type));
    }

    /** {@code a} or {@code in:a,b}; an empty list when absent. */
    public static <E extends Enum<E>> List<E> anyOf(String name, String value, Class<E> type) {
        if (value == null) {
            return List.of();
        }
        var names =
                value.startsWith("in:") ? value.substring(3).split(",", -1) : new String[] {value};
        return Arrays.stream(names).map(n -> constant(name, n, type)).toList();
    }

    private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.toString().equals(value))
                .findFirst()
                .orElseThrow(
                        () ->
                                StandardProblem.invalidParameter(
                                        name,
                                        "is none of "
                                                + Arrays.stream(type.getEnumConstants())
                                                        .map(Object::toString)
                                                        .collect(Collectors.joining(", "))));
    }
}
