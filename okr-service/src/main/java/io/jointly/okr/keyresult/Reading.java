package io.jointly.okr.keyresult;

import io.jointly.okr.reference.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One moment in the life of a key result: what was seen, how sure we were, who said so. */
record Reading(
        BigDecimal value, Integer confidence, String comment, Instant at, Actor by, Source source) {

    static Reading byPerson(BigDecimal value, int confidence, String comment, Actor person) {
        return new Reading(value, confidence, comment, now(), person, Source.PERSON);
    }

    /** A measure knows what is, not how sure we are of what will be. */
    static Reading byMeasure(BigDecimal value, String measure) {
        return new Reading(value, null, null, now(), Actor.measure(measure), Source.MEASURE);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
