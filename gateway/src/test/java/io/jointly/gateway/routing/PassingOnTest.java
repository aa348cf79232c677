package io.jointly.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway passes on and back, and what it reaches. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class PassingOnTest extends ProxyTest {
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
}
