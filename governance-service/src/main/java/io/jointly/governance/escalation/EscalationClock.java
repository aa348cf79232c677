package io.jointly.governance.escalation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Warns and climbs when the time has come.
 *
 * <p>The moments are rows in the database: they survive restarts, and whichever replica takes a row
 * first does what is due, in one transaction with moving the row on, so that it is done once.
 */
@ApplicationScoped
public class EscalationClock {
    private static final Logger LOG = Logger.getLogger(EscalationClock.class);
    private static final int MOST = 200;

    private final EscalationConsequences escalations;

    EscalationClock(EscalationConsequences escalations) {
        this.escalations = escalations;
    }

    @Scheduled(
            every = "{jointly.jobs.clocks}",
            identity = "escalation-clock",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        for (var id : escalations.due(MOST)) {
            try {
                // After an outage a warning and a climb may be due at once.
                while (escalations.tick(id)) {
                    LOG.debugf("The clock of ESC-%d acted", id);
                }
            } catch (RuntimeException e) {
                LOG.errorf(e, "The clock of ESC-%d failed; it will be tried again", id);
            }
        }
    }
}
