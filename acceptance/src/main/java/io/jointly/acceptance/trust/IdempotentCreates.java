package io.jointly.acceptance.trust;

import io.jointly.acceptance.suite.Answer;
import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.Eventually;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import io.jointly.local.Suite;
import io.jointly.local.workspace.PartName;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same keyed requests sent several times at once while the service is killed: each creates one
 * record, and everybody who asked is told the same.
 */
public final class IdempotentCreates {
    private static final Set<Integer> AGAIN = Set.of(409, 429, 502, 503, 504);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final RunningSuite suite;
    private final Size size;
    private final String title = World.fresh("keyed");
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, List<Answer>> answers = new ConcurrentHashMap<>();

    /** How many requests, each sent at least and at most how often, and how many kills. */
    public record Size(int requests, int least, int most, int kills) {}

    /** What came of it. */
    public record Figure(
            int requests, int sent, int kills, int duplicates, int missing, int different) {
        @Override
        public String toString() {
            return "C2 idempotent create: %d requests sent %d times, %d kills: %d duplicates, %d missing, %d replies that differ"
                    .formatted(requests, sent, kills, duplicates, missing, different);
        }
    }

    private IdempotentCreates(RunningSuite suite, Size size) {
        this.suite = suite;
        this.size = size;
    }

    /** Needs a suite of our own, because a service of it is killed. */
    public static Figure run(RunningSuite suite, Size size) {
        return new IdempotentCreates(suite, size).run(suite.own().orElseThrow());
    }

    private Figure run(Suite own) {
        var killed = new AtomicInteger();
        // One client more than the pairs: it brings the service down.
        Crowd.of(
                5,
                client -> {
                    if (client == 0) {
                        killed.set(
                                new Outages(own, PartName.OKR)
                                        .kill(size.kills(), () -> next.get() < size.requests()));
                    } else {
                        sendUntilAllAreSent();
                    }
                });
        return figure(killed.get());
    }

    private void sendUntilAllAreSent() {
        for (var number = next.getAndIncrement();
                number < size.requests();
                number = next.getAndIncrement()) {
            int request = number;
            var times = ThreadLocalRandom.current().nextInt(size.least(), size.most() + 1);
            var replies = new Answer[times];
            Crowd.of(times, copy -> replies[copy] = send(request));
            sent.addAndGet(times);
            answers.put(request, List.of(replies));
        }
    }

    /** Sends until there is an answer that says what became of it. */
    private Answer send(int number) {
        while (true) {
            try {
                var answer =
                        suite.api()
                                .as("head-it")
                                .key(title + "-" + number)
                                .post(
                                        Api.OKR + "/objectives",
                                        Map.of(
                                                "cycle",
                                                World.CYCLE,
                                                "title",
                                                title + " " + number,
                                                "why",
                                                "Asked for once, however often it is sent.",
                                                "kind",
                                                "committed",
                                                "owners",
                                                List.of("it")));
                if (!AGAIN.contains(answer.status())) {
                    return answer.expect(201);
                }
            } catch (UncheckedIOException e) {
                // The connection broke off: nobody knows what became of it, so it is sent again.
            }
            Eventually.pause(PAUSE);
        }
    }

    private Figure figure(int kills) {
        var there = Records.objectives(suite.api(), title);
        var told = new HashSet<String>();
        var different = 0;
        for (var replies : answers.values()) {
            told.add(reference(replies.get(0)));
            for (var reply : replies) {
                if (!reply.text().equals(replies.get(0).text())
                        || !reply.header("Location").equals(replies.get(0).header("Location"))) {
                    different++;
                }
            }
        }
        var missing = new ArrayList<>(told);
        missing.removeAll(there);
        return new Figure(
                answers.size(),
                sent.get(),
                kills,
                there.size() - told.size(),
                missing.size() + size.requests() - told.size(),
                different);
    }

    private static String reference(Answer answer) {
        return answer.body().path("ref").asText();
    }
}
