package io.jointly.governance.following;

import io.jointly.kit.feed.FeedClient;
import io.jointly.kit.feed.FeedFollower;
import io.jointly.kit.journal.CloudEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Reads the change feeds of the other services, every few seconds. */
@ApplicationScoped
public class Followers {
    private static final Logger LOG = Logger.getLogger(Followers.class);

    private final FeedFollower follower;
    private final CatalogFeed catalog;
    private final OkrFeed okr;
    private final CatalogEvents catalogEvents;
    private final OkrEvents okrEvents;
    private final Map<String, Boolean> silent = new ConcurrentHashMap<>();

    Followers(
            FeedFollower follower,
            @RestClient CatalogFeed catalog,
            @RestClient OkrFeed okr,
            CatalogEvents catalogEvents,
            OkrEvents okrEvents) {
        this.follower = follower;
        this.catalog = catalog;
        this.okr = okr;
        this.catalogEvents = catalogEvents;
        this.okrEvents = okrEvents;
    }

    @Scheduled(
            every = "{jointly.jobs.follow}",
            identity = "follow-catalog",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void followCatalog() {
        follow("catalog", catalog, catalogEvents::happened);
    }

    @Scheduled(
            every = "{jointly.jobs.follow}",
            identity = "follow-okr",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void followOkr() {
        follow("okr", okr, okrEvents::happened);
    }

    /** A neighbour that is down is no news after the first time. */
    private void follow(String source, FeedClient feed, Consumer<CloudEvent> handler) {
        try {
            follower.follow(source, feed, handler);
            if (silent.remove(source) != null) {
                LOG.infof("The feed of %s answers again", source);
            }
        } catch (RuntimeException e) {
            if (silent.put(source, true) == null) {
                LOG.warnf("The feed of %s cannot be read for now: %s", source, e.getMessage());
            }
        }
    }
}
