package io.jointly.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class SecurityHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/streams/it-incidents",
                "/assets/probe-4f2a1c.js",
                "/assets/missing.js",
                "/login",
                "/login/callback",
                "/logout",
                "/api/session",
                "/api/catalog/v1/departments",
                "/api/nothing",
                "/api/catalog/v1/departments;x",
                "/openapi",
                "/openapi.yaml",
                "/swagger-ui",
                "/swagger-ui/",
                "/swagger-ui/start.js",
                "/docs/problems/cross-site",
                "/docs/problems/missing",
                "/q/health/live",
                "/q/nothing",
                "/q/openapi"
            })
    void protectsEveryAnswer(String path) {
        var answer = new Browser().get(path, "Accept", "text/html");
        assertThat(answer.headerValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.header("Strict-Transport-Security"))
                .as("only over https does it mean anything")
                .isNull();
        assertThat(answer.headerValues("Set-Cookie"))
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .containsIgnoringCase("HttpOnly")
                                        .containsIgnoringCase("SameSite="));
    }
}
