package io.jointly.governance.escalation;

import io.jointly.kit.paging.Paging;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A place in the list of escalations by their clock: open ones by when it runs out, then resolved
 * ones, the latest first. It is what a cursor of that list holds.
 *
 * @param at when its clock runs out, or when it was resolved
 */
record ByClock(boolean open, Instant at, long id) {
    static ByClock of(EscalationView shown) {
        var id = Long.parseLong(shown.ref().substring(Escalation.PREFIX.length() + 1));
        return shown.state() == EscalationState.RESOLVED
                ? new ByClock(false, shown.resolution().at(), id)
                : new ByClock(true, shown.clock().dueAt(), id);
    }

    /** The place that a key names; null at the start of the list. */
    static ByClock parse(String key) {
        if (key == null) {
            return null;
        }
        try {
            var parts = key.split(" ", -1);
            if (parts.length == 3 && (parts[0].equals("open") || parts[0].equals("resolved"))) {
                return new ByClock(
                        parts[0].equals("open"), Instant.parse(parts[1]), Long.parseLong(parts[2]));
            }
        } catch (DateTimeException | NumberFormatException e) {
            // answered below, the same as a key of another form
        }
        throw Paging.badCursor();
    }

    /** As a key of the list. */
    @Override
    public String toString() {
        return "%s %s %d".formatted(open ? "open" : "resolved", at, id);
    }
}
