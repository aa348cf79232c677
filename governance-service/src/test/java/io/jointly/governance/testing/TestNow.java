package io.jointly.governance.testing;

import io.jointly.governance.worktime.Now;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** A clock that tests can turn; as it is until they do. */
@Mock
@ApplicationScoped
public class TestNow extends Now {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return super.instant().plus(ahead);
    }

    public void turnTo(Instant moment) {
        ahead = Duration.between(super.instant(), moment);
    }

    public void turnOn(Duration by) {
        ahead = ahead.plus(by);
    }

    public void turnBack() {
        ahead = Duration.ZERO;
    }
}
