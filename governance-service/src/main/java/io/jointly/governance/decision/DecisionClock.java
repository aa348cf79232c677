package io.jointly.governance.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Closes the voting when its date has come; however many replicas look, each is closed once. */
@ApplicationScoped
public class DecisionClock {
    private static final Logger LOG = Logger.getLogger(DecisionClock.class);
    private static final int MOST = 200;

    private final DecisionService decisions;

    DecisionClock(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Scheduled(
            every = "{jointly.jobs.clocks}",
            identity = "decision-clock",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        for (var id : decisions.due(MOST)) {
            try {
                decisions.closeVoting(id);
            } catch (RuntimeException e) {
                LOG.errorf(e, "The voting of DEC-%d was not closed; it will be tried again", id);
            }
        }
    }
}
