package io.jointly.governance.link;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jboss.logging.Logger;

/** Verifies later what could not be verified when it was written. */
@ApplicationScoped
public class LinkCheck {
    private static final Logger LOG = Logger.getLogger(LinkCheck.class);
    private static final int MOST = 50;

    private final Instance<LinkHolder> holders;
    private final LinkVerifier verifier;

    LinkCheck(Instance<LinkHolder> holders, LinkVerifier verifier) {
        this.holders = holders;
        this.verifier = verifier;
    }

    @Scheduled(
            every = "{jointly.jobs.links}",
            identity = "verify-links",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        for (var holder : holders) {
            for (var record : holder.unverified(MOST)) {
                try {
                    // Asked outside any transaction: a slow neighbour must not hold our rows.
                    holder.learn(record.id(), verifier.ask(record.links()));
                } catch (RuntimeException e) {
                    LOG.warnf(e, "The links of record %s will be verified later", record.id());
                }
            }
        }
    }
}
