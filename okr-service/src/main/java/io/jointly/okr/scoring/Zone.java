package io.jointly.okr.scoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Google's colours for a score: red up to 0.3, green from 0.7, yellow between.
 *
 * <p>No score has no colour: what nobody has measured is unknown, never green.
 */
public enum Zone {
    RED,
    YELLOW,
    GREEN;

    private static final BigDecimal RED_UP_TO = new BigDecimal("0.3");
    private static final BigDecimal GREEN_FROM = new BigDecimal("0.7");

    public static Zone of(BigDecimal score) {
        if (score == null) {
            return null;
        }
        if (score.compareTo(GREEN_FROM) >= 0) {
            return GREEN;
        }
        return score.compareTo(RED_UP_TO) <= 0 ? RED : YELLOW;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
