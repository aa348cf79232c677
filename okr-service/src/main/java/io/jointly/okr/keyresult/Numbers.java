package io.jointly.okr.keyresult;

import java.math.BigDecimal;

/** Numbers as people write them, whatever the scale of the column they rest in. */
final class Numbers {
    private Numbers() {}

    /** 12.500000 becomes 12.5, and 5000 stays 5000 instead of 5E+3. */
    static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
