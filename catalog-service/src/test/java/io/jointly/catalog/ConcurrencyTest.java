package io.jointly.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** C1 and C2 of our trust tests, small: many clients at once, one truth. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcurrencyTest {
    private static final String DEPARTMENTS = "/api/catalog/v1/departments";
    private static final int CLIENTS = 64;

    @Test
    void createsOnceHoweverOftenTheSameKeyIsSentAtTheSameTime() throws Exception {
        var created = new AtomicInteger();
        for (var round = 0; round < 5; round++) {
            var code = code();
            var key = UUID.randomUUID().toString();
            var answers = atOnce(() -> add(code, key));

            var firsts = answers.stream().filter(a -> a.statusCode() == 201).toList();
            assertThat(answers)
                    .allMatch(
                            a ->
                                    a.statusCode() == 201
                                            || a.statusCode() == 503
                                            || (a.statusCode() == 409
                                                    && a.asString().contains("request-in-flight")));
            assertThat(firsts.stream().filter(a -> a.header("Idempotency-Replayed") == null))
                    .as("first answers")
                    .hasSize(1);
            assertThat(firsts.stream().map(Response::asString).distinct()).hasSize(1);
            assertThat(firsts.stream().map(a -> a.header("Location")).distinct()).hasSize(1);
            assertThat(add(code, key).header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(trail(code)).containsExactly("department.created");
            created.incrementAndGet();
        }
        System.out.printf(
                "C2: %d creations, each sent %d times, 0 doubled%n", created.get(), CLIENTS);
    }

    @Test
    void createsOneOfManyThatWantTheSameCode() throws Exception {
        var code = code();
        var answers = atOnce(() -> add(code, UUID.randomUUID().toString()));
        assertThat(answers.stream().filter(a -> a.statusCode() == 201)).hasSize(1);
        // Who waits too long for a connection is told so, quickly, and nothing is half done.
        assertThat(answers.stream().filter(a -> a.statusCode() != 201).map(Response::statusCode))
                .isSubsetOf(409, 503);
        assertThat(trail(code)).hasSize(1);
    }

    @Test
    void losesNoUpdate() throws Exception {
        var code = code();
        add(code, UUID.randomUUID().toString());
        var done = new AtomicInteger();
        var attempts = new AtomicInteger();
        atOnce(
                () -> {
                    for (var i = 0; i < 10; i++) {
                        var tag =
                                given().auth().oauth2(Tokens.nobody()).get(at(code)).header("ETag");
                        if (tag == null) {
                            continue; // told to come again later
                        }
                        var answer = patch(code, tag, "attempt " + attempts.incrementAndGet());
                        assertThat(answer.statusCode()).isIn(200, 412, 503);
                        if (answer.statusCode() == 200) {
                            done.incrementAndGet();
                        }
                    }
                    return null;
                });
        var version =
                given().auth().oauth2(Tokens.nobody()).get(at(code)).jsonPath().getInt("version");
        System.out.printf(
                "C1: %d attempts, %d done, version %d, 0 lost%n",
                attempts.get(), done.get(), version);
        assertThat(version).isEqualTo(done.get()).isPositive();
        assertThat(
                        given().auth()
                                .oauth2(Tokens.admin())
                                .get("/api/catalog/v1/audit/verification")
                                .jsonPath()
                                .getBoolean("intact"))
                .isTrue();
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var start = new CountDownLatch(1);
            var running = new ArrayList<Future<T>>();
            for (var i = 0; i < CLIENTS; i++) {
                running.add(
                        clients.submit(
                                () -> {
                                    start.await();
                                    return work.call();
                                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var client : running) {
                results.add(client.get());
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }

    private static Response add(String code, String key) {
        return given().auth()
                .oauth2(Tokens.admin())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(
                        "{\"code\":\"%s\",\"name\":\"Test\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                .formatted(code))
                .post(DEPARTMENTS);
    }

    private static Response patch(String code, String tag, String purpose) {
        return given().auth()
                .oauth2(Tokens.admin())
                .header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .body("{\"purpose\":\"%s\"}".formatted(purpose))
                .patch(at(code));
    }

    private static List<String> trail(String code) {
        return given().auth()
                .oauth2(Tokens.admin())
                .get("/api/catalog/v1/audit?subject=department:" + code)
                .jsonPath()
                .getList("items.action");
    }

    private static String at(String code) {
        return DEPARTMENTS + "/" + code;
    }

    private static String code() {
        return "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }
}
