package io.jointly.governance.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What time it is, as finely as the database keeps it. Tests put their own in its place. */
@ApplicationScoped
public class Now {
    private final Clock clock = Clock.systemUTC();

    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
