package io.jointly.acceptance.trust;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.acceptance.suite.Api;
import io.jointly.acceptance.suite.Eventually;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many clients change the same records, each with the version that it last saw: what was answered
 * with success is what the record counts, no more and no less.
 */
public final class LostUpdates {
    private static final List<String> WRITERS = List.of("head-it", "head-hr", "head-facilities");
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final RunningSuite suite;
    private final Size size;
    private final List<Subject> subjects = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final List<String> wrong = new ArrayList<>();

    /** How many clients try how often, together, to change how many records. */
    public record Size(int clients, int records, int attempts) {}

    /** What came of it. */
    public record Figure(int attempts, int changes, int stale, List<String> wrong) {
        @Override
        public String toString() {
            return "C1 lost update: %d attempts, %d changes, %d refused as stale, %d lost or applied twice"
                    .formatted(attempts, changes, stale, wrong.size());
        }
    }

    private LostUpdates(RunningSuite suite, Size size) {
        this.suite = suite;
        this.size = size;
    }

    public static Figure run(RunningSuite suite, Size size) {
        return new LostUpdates(suite, size).run();
    }

    /** A record with the versions that were answered with success, and by which text. */
    private static final class Subject {
        private final String path;
        private final AtomicInteger changes = new AtomicInteger();
        private final AtomicLong lastVersion = new AtomicLong();
        private final Map<Long, String> written = new java.util.concurrent.ConcurrentHashMap<>();

        private final long firstVersion;

        private Subject(String path, long firstVersion) {
            this.path = path;
            this.firstVersion = firstVersion;
            this.lastVersion.set(firstVersion);
        }
    }

    private Figure run() {
        for (int i = 0; i < size.records(); i++) {
            subjects.add(create(i));
        }
        Crowd.of(size.clients(), this::changeUntilEnough);
        subjects.forEach(this::check);
        var changes = subjects.stream().mapToInt(subject -> subject.changes.get()).sum();
        return new Figure(attempts.get(), changes, stale.get(), List.copyOf(wrong));
    }

    private Subject create(int number) {
        var code =
                World.fresh("lost-update-" + ThreadLocalRandom.current().nextInt(1_000_000))
                        + "-"
                        + number;
        var created =
                suite.api()
                        .as("head-it")
                        .post(
                                Api.CATALOG + "/services",
                                Map.of(
                                        "code", code,
                                        "name", "A contested record",
                                        "what", "It is there to be changed.",
                                        "why", "first",
                                        "lifecycle", "proposed",
                                        "owners",
                                                List.of(
                                                        owner("it"),
                                                        owner("hr"),
                                                        owner("facilities"))))
                        .expect(201)
                        .body();
        return new Subject(Api.CATALOG + "/services/" + code, created.path("version").asLong());
    }

    private static Map<String, String> owner(String department) {
        return Map.of("department", department, "contribution", "A third of it");
    }

    private void changeUntilEnough(int client) {
        var api = suite.api();
        var random = ThreadLocalRandom.current();
        var user = WRITERS.get(client % WRITERS.size());
        while (attempts.get() < size.attempts()) {
            var subject = subjects.get(random.nextInt(subjects.size()));
            // Now and then somebody relies on what it read a while ago.
            var version =
                    random.nextInt(4) == 0 ? subject.lastVersion.get() : read(api, user, subject);
            change(api, user, subject, version, client + "/" + attempts.incrementAndGet());
        }
    }

    private static long read(Api api, String user, Subject subject) {
        while (true) {
            var answer = api.as(user).get(subject.path);
            if (!BUSY.contains(answer.status())) {
                return answer.expect(200).body().path("version").asLong();
            }
            Eventually.pause(PAUSE);
        }
    }

    private void change(Api api, String user, Subject subject, long version, String text) {
        var answer = api.as(user).ifMatch(version).patch(subject.path, Map.of("why", text));
        switch (answer.status()) {
            case 200 -> {
                var made = answer.body().path("version").asLong();
                subject.changes.incrementAndGet();
                subject.lastVersion.accumulateAndGet(made, Math::max);
                if (made != version + 1 || subject.written.put(made, text) != null) {
                    note("%s: version %d was given twice or skipped".formatted(subject.path, made));
                }
            }
            case 412 -> stale.incrementAndGet();
            default -> {
                // Whoever is told to come back later was promised that nothing was changed.
                if (BUSY.contains(answer.status())) {
                    Eventually.pause(PAUSE);
                } else {
                    note(answer.request() + ": " + answer.status() + " " + answer.text());
                }
            }
        }
    }

    private void check(Subject subject) {
        var view = suite.api().as("head-it").read(subject.path);
        var trail =
                suite.api()
                        .as("admin")
                        .read(
                                Api.CATALOG
                                        + "/audit?count=true&limit=1&subject=service:"
                                        + view.path("code").asText());
        var version = view.path("version").asLong();
        if (version - subject.firstVersion != subject.changes.get()) {
            note(
                    "%s: %d changes were acknowledged, but the version is %d"
                            .formatted(subject.path, subject.changes.get(), version));
        }
        if (subject.changes.get() > 0
                && !view.path("why").asText().equals(subject.written.get(version))) {
            note(subject.path + ": it does not say what its last change said");
        }
        if (total(trail) != subject.changes.get() + 1) {
            note(
                    "%s: %d journal rows for %d changes"
                            .formatted(subject.path, total(trail), subject.changes.get()));
        }
    }

    private static long total(JsonNode page) {
        return page.path("total").asLong();
    }

    private synchronized void note(String what) {
        wrong.add(what);
    }
}
