package io.jointly.okr;

import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.key;
import static io.jointly.okr.testing.Okr.terms;
import static io.jointly.okr.testing.Okr.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.Client;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
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
        var head = new Client(Tokens.head(one));
        var paths = IntStream.range(0, 4).mapToObj(i -> draft(head, one)).toList();
        var applied = new ConcurrentHashMap<String, AtomicInteger>();
        var attempts = 400;
        all(
                attempts,
                i -> {
                    var path = paths.get(i % paths.size());
                    var status =
                            head.patch(path, Map.of("title", "Try " + i), head.get(path).tag())
                                    .status();
                    assertThat(status).isIn(200, 412, 503);
                    if (status == 200) {
                        applied.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
                    }
                });
        paths.forEach(
                path ->
                        assertThat(head.get(path).json().get("version").asInt())
                                .as("versions passed by " + path)
                                .isEqualTo(applied.get(path).get()));
        System.out.printf("C1: 0 lost updates in %d attempts%n", attempts);
    }

    @Test
    void createsOnceHoweverOftenItIsSent() {
        var one = department();
        var head = new Client(Tokens.head(one));
        var keys = IntStream.range(0, 25).mapToObj(i -> key()).toList();
        var answers = new ConcurrentHashMap<String, Queue<JsonNode>>();
        all(
                keys.size() * 4,
                i -> {
                    var key = keys.get(i % keys.size());
                    var answer = head.post("/objectives", wish(one), "Idempotency-Key", key);
                    while (answer.status() != 201) {
                        assertThat(answer.status()).isIn(409, 503);
                        answer = head.post("/objectives", wish(one), "Idempotency-Key", key);
                    }
                    answers.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>())
                            .add(answer.json());
                });
        answers.forEach(
                (key, replies) -> assertThat(replies).hasSize(4).containsOnly(replies.peek()));
        var created = head.get("/objectives?limit=200&department=" + one).json().get("items");
        assertThat(created).hasSize(keys.size());
        System.out.printf(
                "C2: 0 duplicates, 0 missing, 0 differing replies in %d POSTs sent 4 times%n",
                keys.size());
    }

    @Test
    void sharesStayWholeWhoeverAcceptsAndProposesAtOnce() {
        var owners = List.of(department(), department(), department());
        var heads = owners.stream().map(owner -> new Client(Tokens.head(owner))).toList();
        var rounds = 25;
        for (var round = 0; round < rounds; round++) {
            var path = draft(heads.get(0), owners.toArray(String[]::new));
            all(
                    6,
                    i -> {
                        var mine = owners.get(i % 3);
                        if (i < 3) {
                            heads.get(i).post(path + "/acceptances", words(mine), "If-Match", "*");
                        } else {
                            heads.get(i % 3).patch(path, Map.of("shares", most(mine, owners)), "*");
                        }
                    });
            var view = heads.get(0).get(path).json();
            var all =
                    view.get("owners").findValuesAsText("accepted").stream()
                            .allMatch("true"::equals);
            assertThat(sum(view, "riskShare")).isEqualTo(100);
            assertThat(sum(view, "rewardShare")).isEqualTo(100);
            assertThat(view.get("state").asText()).isEqualTo(all ? "agreed" : "draft");
        }
        System.out.printf("C4: 0 broken invariants in %d rounds%n", rounds);
    }

    private static Map<String, Object> words(String department) {
        var words = new HashMap<>(terms(department, 0, 0));
        words.keySet().removeAll(List.of("riskShare", "rewardShare"));
        return words;
    }

    private static List<Map<String, Object>> most(String department, List<String> owners) {
        return owners.stream()
                .map(
                        owner -> {
                            var share = owner.equals(department) ? 50 : 25;
                            return Map.<String, Object>of(
                                    "department", owner, "riskShare", share, "rewardShare", share);
                        })
                .toList();
    }

    private static int sum(JsonNode objective, String share) {
        var sum = 0;
        for (var owner : objective.get("owners")) {
            sum += owner.get(share).asInt();
        }
        return sum;
    }

    private static String draft(Client head, String... owners) {
        var answer = head.post("/objectives", wish(owners));
        assertThat(answer.status()).isEqualTo(201);
        return "/objectives/" + answer.json().get("ref").asText();
    }

    private static void all(int times, IntConsumer attempt) {
        IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.runAsync(() -> attempt.accept(i), clients))
                .toList()
                .forEach(CompletableFuture::join);
    }
}
