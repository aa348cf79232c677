package io.jointly.okr;

import static io.jointly.okr.testing.Okr.act;
import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.key;
import static io.jointly.okr.testing.Okr.patch;
import static io.jointly.okr.testing.Okr.tag;
import static io.jointly.okr.testing.Okr.terms;
import static io.jointly.okr.testing.Okr.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** TRUST C1, C2 and C4 in small; the full ones are commands of the acceptance module. */
@QuarkusTest
class ConcurrencyTest extends OkrTest {
    private static ExecutorService clients;

    @BeforeAll
    static void gather() {
        clients = Executors.newFixedThreadPool(8);
    }

    @AfterAll
    static void disperse() {
        clients.shutdown();
    }

    @Test
    void losesNoUpdateAndAppliesNoneTwice() {
        var one = department();
        var paths = IntStream.range(0, 4).mapToObj(i -> "/objectives/" + draft(one)).toList();
        var head = Tokens.head(one);
        var applied = new ConcurrentHashMap<String, AtomicInteger>();
        var start = new ConcurrentHashMap<String, Integer>();
        paths.forEach(path -> start.put(path, version(path)));
        var attempts = 400;
        all(
                attempts,
                i -> {
                    var path = paths.get(i % paths.size());
                    var status =
                            patch(head, path, tag(path), Map.of("title", "Try " + i))
                                    .extract()
                                    .statusCode();
                    assertThat(status).isIn(200, 412, 503);
                    if (status == 200) {
                        applied.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
                    }
                });
        paths.forEach(
                path ->
                        assertThat(version(path) - start.get(path))
                                .as("versions passed by " + path)
                                .isEqualTo(applied.get(path).get()));
        System.out.printf("C1: 0 lost updates in %d attempts%n", attempts);
    }

    @Test
    void createsOnceHoweverOftenItIsSent() {
        var one = department();
        var head = Tokens.head(one);
        var logical = 25;
        var keys = IntStream.range(0, logical).mapToObj(i -> key()).toList();
        var answers = new ConcurrentHashMap<String, List<String>>();
        all(
                logical * 4,
                i -> {
                    var key = keys.get(i % logical);
                    String body = null;
                    while (body == null) {
                        var answer =
                                as(head).contentType("application/json")
                                        .header("Idempotency-Key", key)
                                        .body(wish(one))
                                        .post("/objectives")
                                        .then()
                                        .extract();
                        assertThat(answer.statusCode()).isIn(201, 409, 503);
                        body = answer.statusCode() == 201 ? answer.asString() : null;
                    }
                    answers.computeIfAbsent(
                                    key,
                                    k -> java.util.Collections.synchronizedList(new ArrayList<>()))
                            .add(body);
                });
        answers.forEach(
                (key, replies) -> assertThat(replies).hasSize(4).containsOnly(replies.get(0)));
        int created = get("/objectives?limit=200&department=" + one).extract().path("items.size()");
        assertThat(created).isEqualTo(logical);
        System.out.printf(
                "C2: 0 duplicates, 0 missing, 0 differing replies in %d POSTs sent 4 times%n",
                logical);
    }

    @Test
    void sharesNeverPassTheWholeWhoeverAcceptsAtOnce() {
        var owners = List.of(department(), department(), department());
        var rounds = 25;
        for (var round = 0; round < rounds; round++) {
            var objective = draft(owners.toArray(String[]::new));
            all(
                    6,
                    i -> {
                        var owner = owners.get(i % 3);
                        var share = i < 3 ? 50 : 34;
                        act(
                                Tokens.head(owner),
                                "/objectives/" + objective + "/acceptances",
                                "*",
                                terms(owner, share, share));
                    });
            var view = get("/objectives/" + objective).extract();
            int risk = view.path("owners.findAll { it.accepted }.riskShare.sum() ?: 0");
            int reward = view.path("owners.findAll { it.accepted }.rewardShare.sum() ?: 0");
            boolean agreed = view.path("state").equals("agreed");
            boolean all = view.path("owners.every { it.accepted }");
            assertThat(risk).isLessThanOrEqualTo(100).isEqualTo(reward);
            assertThat(agreed).isEqualTo(all);
            if (agreed) {
                assertThat(risk).isEqualTo(100);
            }
        }
        System.out.printf("C4: 0 broken invariants in %d rounds%n", rounds);
    }

    private static int version(String path) {
        return get(path).extract().path("version");
    }

    private interface Attempt {
        void number(int i);
    }

    private static void all(int times, Attempt attempt) {
        var running =
                IntStream.range(0, times)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> attempt.number(i), clients))
                        .toList();
        running.forEach(CompletableFuture::join);
    }
}
