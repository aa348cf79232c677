package io.jointly.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.FakeService;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class RoutingTest {
    private static final String STREAM = "/api/catalog/v1/value-streams/it-incidents";
    private static final String EVENTS = STREAM + "/events";
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    private final FakeService catalog = GatewayStack.catalog();
    private final Browser caller = new Browser();
    private final String bearer = "Bearer " + GatewayStack.identity().tokenOf("integrator");

    @BeforeEach
    void forgetWhatWasSent() {
        catalog.reset();
        GatewayStack.governance().reset();
    }

    @Test
    void passesARequestOnAsItIsWithTheCallersToken() {
        catalog.json(STREAM, 200, "{\"code\":\"it-incidents\"}");
        var answer = get(STREAM + "?count=true&q=a%20b", "If-None-Match", "\"7\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"code\":\"it-incidents\"}");
        var sent = catalog.last();
        assertThat(sent.uri()).isEqualTo(STREAM + "?count=true&q=a%20b");
        assertThat(sent.header("Authorization")).isEqualTo(bearer);
        assertThat(sent.header("If-None-Match")).isEqualTo("\"7\"");
    }

    @Test
    void relaysTheSessionsTokenAndKeepsTheCookieToItself() {
        caller.signIn("head-it", "routing-1", "/");
        assertThat(caller.get(STREAM).status()).isEqualTo(200);
        assertThat(catalog.last().header("Authorization")).startsWith("Bearer eyJ");
        assertThat(catalog.last().header("Cookie")).isNull();
    }

    @Test
    void saysItselfWhoSendsAndBelievesNobodyElse() {
        get(
                STREAM,
                "Forwarded",
                "for=192.0.2.1;proto=https",
                "X-Forwarded-For",
                "192.0.2.1",
                "X-Forwarded-Prefix",
                "/evil",
                "X-Forwarded-User",
                "admin",
                "X-Real-IP",
                "192.0.2.1",
                "Proxy-Authorization",
                "Basic YTpi",
                "TE",
                "trailers",
                "Keep-Alive",
                "timeout=1");
        var sent = catalog.last();
        assertThat(sent.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(sent.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat("http://" + sent.header("X-Forwarded-Host")).isEqualTo(GatewayStack.url());
        assertThat(sent.header("Forwarded")).startsWith("for=127.0.0.1;host=\"localhost:");
        assertThat(sent.headers())
                .doesNotContainKeys(
                        "x-forwarded-prefix",
                        "x-forwarded-user",
                        "x-real-ip",
                        "proxy-authorization",
                        "te",
                        "keep-alive");
    }

    @Test
    void carriesATraceOnOrBeginsOne() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        get(STREAM, "traceparent", trace);
        assertThat(catalog.last().header("traceparent")).isEqualTo(trace);
        get(STREAM);
        assertThat(catalog.last().header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        get(STREAM, "traceparent", "nonsense");
        assertThat(catalog.last().header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void holdsBackWhatOnlyTheGatewayMaySay() {
        catalog.at(
                STREAM,
                request ->
                        request.response()
                                .setStatusCode(201)
                                .putHeader("Set-Cookie", "q_session_portal=stolen")
                                .putHeader("Server", "catalog")
                                .putHeader("Keep-Alive", "timeout=1")
                                .putHeader("Connection", "X-Inner")
                                .putHeader("X-Inner", "secret")
                                .putHeader("Content-Security-Policy", "default-src *")
                                .putHeader("ETag", "\"3\"")
                                .putHeader(
                                        "Location",
                                        "http://" + request.authority() + STREAM + "/next")
                                .end("{}"));
        var answer = get(STREAM);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.header("Location")).isEqualTo(STREAM + "/next");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headerValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
        for (var held : new String[] {"Set-Cookie", "Server", "Keep-Alive", "X-Inner"}) {
            assertThat(answer.header(held)).as(held).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 404, 409, 412, 422, 428, 503})
    void passesEveryStatusBack(int status) {
        catalog.at(
                STREAM,
                request -> {
                    request.response().setStatusCode(status);
                    if (status == 204 || status == 304) {
                        request.response().end();
                    } else {
                        request.response()
                                .putHeader("Content-Type", "application/problem+json")
                                .end("{\"status\":" + status + "}");
                    }
                });
        for (var i = 0; i < 3; i++) {
            assertThat(get(STREAM).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/catalog/q/health",
                "/api/catalog/v2/value-streams",
                "/api/catalog/v1",
                "/api/CATALOG/v1/value-streams",
                "/api/other/v1/things",
                "/api/",
                "/api"
            })
    void reachesNothingButTheServicesOwnApi(String path) {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(catalog.received()).isEmpty();
    }

    @Test
    void doesNotShowTheServicesOwnHealth() {
        assertThat(get("/q/health/ready").body()).contains("\"services\"");
        assertThat(catalog.received()).noneMatch(sent -> sent.uri().startsWith(STREAM));
    }

    @Test
    void streamsAnImportOfAnySize() {
        var size = 60_000_000;
        var answer =
                caller.send(
                        "POST",
                        EVENTS + "?source=snow",
                        HttpRequest.BodyPublishers.ofInputStream(() -> zeros(size)),
                        "Authorization",
                        bearer,
                        "Content-Type",
                        "application/x-ndjson");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(catalog.bytes()).isEqualTo(size);
    }

    @Test
    void sendsAnImportOnWhileItIsStillComing() {
        var arrivedMeanwhile = new AtomicInteger(-1);
        var body =
                new InputStream() {
                    private int read;

                    @Override
                    public int read() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        if (read >= 4_000_000) {
                            if (arrivedMeanwhile.get() < 0) {
                                arrivedMeanwhile.set((int) awaitBytes(1_000_000));
                            }
                            return -1;
                        }
                        read += length;
                        return length;
                    }
                };
        caller.send(
                "POST",
                EVENTS,
                HttpRequest.BodyPublishers.ofInputStream(() -> body),
                "Authorization",
                bearer);
        assertThat(arrivedMeanwhile.get()).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void refusesALargeBodyElsewhereWhetherItsLengthIsSaidOrNot() {
        var declared = post(STREAM, new byte[TWO_MEGABYTES + 1]);
        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.json().path("type").asText()).isEqualTo("/docs/problems/too-large");
        assertThat(catalog.bytes()).isZero();
        var chunked =
                caller.send(
                        "POST",
                        STREAM,
                        HttpRequest.BodyPublishers.ofInputStream(() -> zeros(TWO_MEGABYTES * 2)),
                        "Authorization",
                        bearer);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(catalog.received()).as("no whole request reached the service").isEmpty();
        assertThat(post(STREAM, new byte[TWO_MEGABYTES]).status()).isEqualTo(200);
    }

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

    private long awaitBytes(long wanted) {
        for (var i = 0; i < 100 && catalog.bytes() < wanted; i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return catalog.bytes();
    }

    private Browser.Answer get(String path, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = bearer;
        return caller.get(path, all);
    }

    private Browser.Answer post(String path, byte[] body) {
        return caller.send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofByteArray(body),
                "Authorization",
                bearer);
    }

    private static InputStream zeros(int size) {
        return new InputStream() {
            private int left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                var now = Math.min(left, length);
                left -= now;
                return now;
            }
        };
    }
}
