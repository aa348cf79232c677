package io.jointly.okr.reference;

import io.jointly.kit.identity.Caller;
import jakarta.persistence.Embeddable;

/**
 * Who did something.
 *
 * @param account stable name of the account, or of the measure that spoke for itself
 * @param name what people call somebody; null for a measure, and for what was written before names
 *     were kept
 */
@Embeddable
public record Actor(String account, String name) {
    public static Actor of(Caller caller) {
        return new Actor(caller.id(), caller.name());
    }

    /** A measure that checks itself in. */
    public static Actor measure(String measure) {
        return new Actor("measure:" + measure, null);
    }

    /** As people are to read it. */
    public String shown() {
        return name == null ? account : name;
    }
}
