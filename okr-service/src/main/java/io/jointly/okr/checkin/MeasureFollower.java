package io.jointly.okr.checkin;

import io.jointly.kit.feed.FeedFollower;
import io.jointly.kit.journal.CloudEvent;
import io.jointly.kit.journal.Journal;
import io.jointly.okr.keyresult.Binding;
import io.jointly.okr.keyresult.KeyResult;
import io.jointly.okr.keyresult.KeyResultView;
import io.jointly.okr.keyresult.KeyResults;
import io.jointly.okr.neighbour.Asker;
import io.jointly.okr.neighbour.CatalogFeed;
import io.jointly.okr.neighbour.Neighbours;
import io.jointly.okr.objective.Objectives;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * So that the log tells of the beginning and the end of a silence, not of each moment in it.
     */
    private volatile boolean waiting;

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
            if (waiting) {
                LOG.info("catalog's change feed can be read again");
                waiting = false;
            }
        } catch (RuntimeException e) {
            // Nothing is lost: the position stands still until catalog, and whoever signs us in,
            // answer again.
            if (!waiting) {
                LOG.warnf("catalog's change feed cannot be read just now: %s", e);
                waiting = true;
            }
        }
    }

    /**
     * Reads first, then locks, then writes, and keeps the journal for the end: no lock is held
     * while catalog answers, and everybody takes locks in the same order.
     */
    private void handle(CloudEvent event) {
        if (!IMPORTED.equals(event.type())) {
            return;
        }
        var readings = new HashMap<Binding, BigDecimal>();
        keyResults.bindingsTo(event.subject()).forEach(binding -> read(binding, readings));
        var checkedIn = new ArrayList<CheckedIn>();
        for (var id : keyResults.objectivesMeasuredBy(event.subject())) {
            var objective = objectives.lock(id);
            if (objective.open() && checkIn(id, readings, checkedIn)) {
                objective.partChanged();
            }
        }
        keyResults.flush();
        checkedIn.forEach(
                one ->
                        journal.recordConsequence(
                                "key-result.checked-in",
                                one.keyResult().link(),
                                one.before(),
                                one.keyResult().view(),
                                event.actor()));
    }

    private void read(Binding binding, Map<Binding, BigDecimal> readings) {
        neighbours
                .measure(Asker.SERVICE, binding.stream(), binding.code())
                .ifPresentOrElse(
                        measure -> readings.put(binding, measure.value()),
                        () -> LOG.warnf("Key results are bound to %s, which is gone", binding));
    }

    private boolean checkIn(
            long objective, Map<Binding, BigDecimal> readings, List<CheckedIn> checkedIn) {
        var changed = false;
        for (var keyResult : keyResults.of(objective)) {
            var before = keyResult.view();
            if (keyResults.checkIn(keyResult, readings.get(keyResult.binding()))) {
                checkedIn.add(new CheckedIn(keyResult, before));
                changed = true;
            }
        }
        return changed;
    }

    private record CheckedIn(KeyResult keyResult, KeyResultView before) {}
}
