package io.jointly.governance.reference;

import java.util.Optional;
import java.util.regex.Pattern;

/** Short references of records, such as {@code DEC-7}, where they may also be none of ours. */
public final class Reference {
    private static final Pattern FORM = Pattern.compile("([A-Z]+)-([1-9][0-9]{0,17})");

    private Reference() {}

    /** The number in a reference with that prefix; nothing when it is not of that form. */
    public static Optional<Long> idIn(String prefix, String reference) {
        var form = FORM.matcher(reference);
        return form.matches() && form.group(1).equals(prefix)
                ? Optional.of(Long.valueOf(form.group(2)))
                : Optional.empty();
    }
}
