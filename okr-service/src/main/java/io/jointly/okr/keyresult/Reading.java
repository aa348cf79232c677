package io.jointly.okr.keyresult;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One moment in the life of a key result: what was seen, how sure we were, who said so. */
record Reading(
        BigDecimal value,
        Integer confidence,
        String comment,
        Instant at,
        String by,
        Source source) {

    static Reading byPerson(BigDecimal value, int confidence, String comment, String account) {
        return new Reading(value, confidence, comment, now(), account, Source.PERSON);
    }

    /** A measure knows what is, not how sure we are of what will be. */
    static Reading byMeasure(BigDecimal value, String measure) {
        return new Reading(value, null, null, now(), "measure:" + measure, Source.MEASURE);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
