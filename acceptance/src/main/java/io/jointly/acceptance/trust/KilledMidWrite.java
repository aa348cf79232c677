package io.jointly.acceptance.trust;

import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.Eventually;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import io.jointly.local.Suite;
import io.jointly.local.workspace.PartName;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service is killed in the middle of writes, again and again: whatever it acknowledged is there
 * afterwards, and every record has its row in journal and feed.
 */
public final class KilledMidWrite {
    private static final int WRITERS = 4;
    private static final int WRITES_BEFORE_A_KILL = 20;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final RunningSuite suite;
    private final String title = World.fresh("killed");
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attempts = new AtomicInteger();

    /** What came of it. */
    public record Figure(
            int kills, int attempts, int acknowledged, int lost, int unrecorded, boolean intact) {
        @Override
        public String toString() {
            return "C5 killed mid-write: %d kills, %d writes tried, %d acknowledged: %d lost, %d without journal or feed row, audit trail %s"
                    .formatted(
                            kills,
                            attempts,
                            acknowledged,
                            lost,
                            unrecorded,
                            intact ? "intact" : "broken");
        }
    }

    private KilledMidWrite(RunningSuite suite) {
        this.suite = suite;
    }

    /** Needs a suite of our own, because a service of it is killed. */
    public static Figure run(RunningSuite suite, int kills) {
        return new KilledMidWrite(suite).run(suite.own().orElseThrow(), kills);
    }

    private Figure run(Suite own, int kills) {
        var over = new AtomicBoolean();
        Crowd.of(
                WRITERS + 1,
                client -> {
                    if (client == 0) {
                        try {
                            new Outages(own, PartName.OKR)
                                    .kill(kills, () -> true, this::awaitWrites);
                        } finally {
                            over.set(true);
                        }
                    } else {
                        writeUntil(over);
                    }
                });
        return figure(kills);
    }

    /** A service that has only just started would be killed before it has written anything. */
    private void awaitWrites() {
        var enough = acknowledged.size() + WRITES_BEFORE_A_KILL;
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (acknowledged.size() < enough && System.nanoTime() < end) {
            Eventually.pause(PAUSE);
        }
    }

    private void writeUntil(AtomicBoolean over) {
        while (!over.get()) {
            try {
                var answer =
                        suite.api(PartName.OKR)
                                .as("head-it")
                                .post(
                                        Api.OKR + "/objectives",
                                        Map.of(
                                                "cycle",
                                                World.CYCLE,
                                                "title",
                                                title + " " + attempts.incrementAndGet(),
                                                "why",
                                                "Written while the service is being killed.",
                                                "kind",
                                                "committed",
                                                "owners",
                                                List.of("it")));
                if (answer.status() == 201) {
                    acknowledged.add(answer.body().path("ref").asText());
                }
            } catch (UncheckedIOException e) {
                // Killed in the middle: this one was not acknowledged.
            }
            Eventually.pause(PAUSE);
        }
    }

    private Figure figure(int kills) {
        var api = suite.api();
        var there = Records.objectives(api, title);
        var lost = new ArrayList<>(acknowledged);
        lost.removeAll(there);
        var told = Records.told(api, "io.jointly.okr.objective.drafted");
        var unrecorded =
                there.stream()
                        .filter(
                                reference ->
                                        told.getOrDefault("objective:" + reference, 0) != 1
                                                || !isInJournal(api, reference))
                        .count();
        var intact =
                api.as("admin").read(Api.OKR + "/audit/verification").path("intact").asBoolean();
        return new Figure(
                kills, attempts.get(), acknowledged.size(), lost.size(), (int) unrecorded, intact);
    }

    private static boolean isInJournal(Api api, String reference) {
        return api.as("admin")
                        .read(Api.OKR + "/audit?subject=objective:" + reference)
                        .path("items")
                        .size()
                == 1;
    }
}
