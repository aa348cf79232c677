package io.jointly.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Which headers pass in either direction, and which are the gateway's own to say. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class HeaderPolicyTest extends ProxyTest {
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
}
