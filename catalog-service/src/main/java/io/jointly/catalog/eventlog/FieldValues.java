package io.jointly.catalog.eventlog;

import java.util.Locale;

/** Reads the text of a cell or an attribute as the field wants it; null stays null. */
final class FieldValues {
    private FieldValues() {}

    static Long number(String field, String value) {
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw new Rejection(field, "is not a whole number");
        }
    }

    static Boolean flag(String field, String value) {
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new Rejection(field, "is neither true/false, yes/no nor 1/0");
        };
    }
}
