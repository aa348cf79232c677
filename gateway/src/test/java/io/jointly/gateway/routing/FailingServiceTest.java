package io.jointly.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What callers see when a service is down, silent or breaks off. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class FailingServiceTest extends ProxyTest {
    @Test
    void saysWhenAServiceIsDownAndWhenToTryAgain() {
        var answer = get("/api/okr/v1/objectives");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json().path("type").asText()).isEqualTo("/docs/problems/unavailable");
        assertThat(answer.json().path("detail").asText()).contains("okr");
        assertThat(get(STREAM).status()).as("the others go on").isEqualTo(200);
    }

    @Test
    void givesUpOnASilentService() {
        catalog.at(STREAM, request -> {});
        var answer = get(STREAM);
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.json().path("type").asText())
                .isEqualTo("/docs/problems/no-answer-in-time");
    }

    @Test
    void repeatsAReadWhenTheServiceBreaksOff() {
        var calls = new AtomicInteger();
        catalog.at(
                STREAM,
                request -> {
                    if (calls.incrementAndGet() == 1) {
                        request.connection().close();
                    } else {
                        request.response().end("{}");
                    }
                });
        assertThat(get(STREAM).status()).isEqualTo(200);
        assertThat(calls).hasValue(2);
    }

    @Test
    void repeatsAKeyedPostButNoOther() {
        var calls = new AtomicInteger();
        catalog.at(
                STREAM,
                request -> {
                    if (calls.incrementAndGet() % 2 == 1) {
                        request.connection().close();
                    } else {
                        request.response().setStatusCode(201).end("{}");
                    }
                });
        var keyed =
                caller.post(
                        STREAM,
                        "{\"a\":1}",
                        "Authorization",
                        bearer,
                        "Idempotency-Key",
                        "key-1",
                        "Content-Type",
                        "application/json");
        assertThat(keyed.status()).isEqualTo(201);
        assertThat(catalog.received())
                .extracting(sent -> sent.body().toString())
                .containsExactly("{\"a\":1}", "{\"a\":1}");
        var plain = caller.post(STREAM, "{}", "Authorization", bearer);
        assertThat(plain.status()).isEqualTo(502);
        assertThat(plain.json().path("type").asText()).isEqualTo("/docs/problems/broken-answer");
        assertThat(calls).hasValue(3);
    }

    @Test
    void goesAroundAnAddressWhereNobodyAnswers() {
        for (var i = 0; i < 12; i++) {
            assertThat(get("/api/governance/v1/decisions").status()).isEqualTo(200);
        }
        assertThat(post("/api/governance/v1/decisions", new byte[10]).status()).isEqualTo(200);
    }

    @Test
    void breaksOffItsOwnAnswerWhenTheServiceBreaksOff() {
        catalog.at(
                STREAM,
                request -> {
                    request.response().putHeader("Content-Length", "1000");
                    request.response()
                            .write("{\"half\":")
                            .onComplete(sent -> request.connection().close());
                });
        var failure = catchThrowable(() -> get(STREAM));
        assertThat(failure).isInstanceOf(UncheckedIOException.class);
        catalog.reset();
        assertThat(get(STREAM).status()).isEqualTo(200);
    }

    @Test
    void blamesAStalledClientAndNotTheService() throws Exception {
        for (var i = 0; i < 4; i++) {
            var url = URI.create(GatewayStack.url());
            try (var socket = new Socket(url.getHost(), url.getPort())) {
                socket.setSoTimeout(10_000);
                var begun =
                        "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\nContent-Length: 100\r\n\r\nhalf"
                                .formatted(STREAM, url.getAuthority(), bearer);
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                var answer =
                        new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer)
                        .startsWith("HTTP/1.1 408")
                        .contains("/docs/problems/body-stalled");
            }
        }
        assertThat(get(STREAM).status()).isEqualTo(200);
    }
}
