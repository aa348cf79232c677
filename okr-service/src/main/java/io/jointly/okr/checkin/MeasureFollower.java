package io.jointly.okr.checkin;

import io.jointly.kit.feed.FeedFollower;
import io.jointly.kit.journal.CloudEvent;
import io.jointly.kit.journal.Journal;
import io.jointly.okr.keyresult.Binding;
import io.jointly.okr.keyresult.KeyResult;
import io.jointly.okr.keyresult.KeyResults;
import io.jointly.okr.neighbour.Asker;
import io.jointly.okr.neighbour.CatalogFeed;
import io.jointly.okr.neighbour.Measure;
import io.jointly.okr.neighbour.Neighbours;
import io.jointly.okr.objective.Objectives;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Lets bound key results check themselves in: catalog's feed says that a stream was measured anew,
 * we read the measures that somebody is bound to, and note each value that is new to us.
 *
 * <p>The feed's position and the check-ins are one transaction, so every import takes effect once,
 * however many replicas follow.
 */
@ApplicationScoped
class MeasureFollower {
    private static final Logger LOG = Logger.getLogger(MeasureFollower.class);
    private static final String IMPORTED = "io.jointly.catalog.flow.imported";

    private final FeedFollower follower;
    private final CatalogFeed feed;
    private final Neighbours neighbours;
    private final Objectives objectives;
    private final KeyResults keyResults;
    private final Journal journal;

    MeasureFollower(
            FeedFollower follower,
            @RestClient CatalogFeed feed,
            Neighbours neighbours,
            Objectives objectives,
            KeyResults keyResults,
            Journal journal) {
        this.follower = follower;
        this.feed = feed;
        this.neighbours = neighbours;
        this.objectives = objectives;
        this.keyResults = keyResults;
        this.journal = journal;
    }

    @Scheduled(
            every = "{okr.follow-every}",
            identity = "follow-catalog",
            concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        try {
            follower.follow("catalog", feed::changes, this::handle);
        } catch (ProcessingException | WebApplicationException e) {
            // Nothing is lost: the position stands still until catalog answers again.
            LOG.infof("catalog's change feed cannot be read just now: %s", e.getMessage());
        }
    }

    private void handle(CloudEvent event) {
        if (!IMPORTED.equals(event.type())) {
            return;
        }
        var readings = new HashMap<Binding, Optional<Measure>>();
        for (var id : keyResults.objectivesMeasuredBy(event.subject())) {
            var objective = objectives.lock(id);
            if (!objective.open()) {
                continue;
            }
            var changed = false;
            for (var keyResult : keyResults.of(id)) {
                changed |=
                        keyResult.binding() != null
                                && keyResult.binding().isOf(event.subject())
                                && checkIn(keyResult, readings, event);
            }
            if (changed) {
                objective.partChanged();
            }
        }
    }

    private boolean checkIn(
            KeyResult keyResult, Map<Binding, Optional<Measure>> readings, CloudEvent event) {
        var binding = keyResult.binding();
        var measure =
                readings.computeIfAbsent(
                        binding, b -> neighbours.measure(Asker.SERVICE, b.stream(), b.code()));
        if (measure.isEmpty()) {
            LOG.warnf("%s is bound to %s, which is gone", keyResult.reference(), binding.measure());
            return false;
        }
        var before = keyResult.view();
        if (!keyResults.checkIn(keyResult, measure.get().value())) {
            return false;
        }
        keyResults.flush();
        journal.recordConsequence(
                "key-result.checked-in", keyResult.link(), before, keyResult.view(), event.actor());
        return true;
    }
}
