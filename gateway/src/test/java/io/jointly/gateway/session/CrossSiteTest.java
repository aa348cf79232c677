package io.jointly.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class CrossSiteTest {
    private static final String ESCALATIONS = "/api/catalog/v1/escalations";

    private final Browser browser = new Browser();

    @BeforeEach
    void signIn() {
        GatewayStack.catalog().reset();
        browser.signIn("head-hr", "cross-site", "/");
    }

    @Test
    void letsThePortalChangeThings() {
        var answer =
                browser.post(
                        ESCALATIONS,
                        "{}",
                        "X-Jointly-Client",
                        "portal",
                        "Origin",
                        GatewayStack.url(),
                        "Sec-Fetch-Site",
                        "same-origin");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(browser.post(ESCALATIONS, "{}", "X-Jointly-Client", "portal").status())
                .as("a browser that says nothing of the origin")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void refusesAChangeWithTheCookieAlone(String method) {
        var answer =
                browser.send(
                        method,
                        ESCALATIONS,
                        java.net.http.HttpRequest.BodyPublishers.ofString("a=b"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("type").asText()).isEqualTo("/docs/problems/cross-site");
        assertThat(GatewayStack.catalog().received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, same-origin",
        "null, same-origin",
        "http://localhost, same-origin",
        "http://localhost.evil.example:8080, same-origin",
        "OURS, cross-site",
        "OURS, same-site"
    })
    void refusesAChangeThatAnotherSiteIsBehind(String origin, String site) {
        var answer =
                browser.post(
                        ESCALATIONS,
                        "{}",
                        "X-Jointly-Client",
                        "portal",
                        "Origin",
                        origin.equals("OURS") ? GatewayStack.url() : origin,
                        "Sec-Fetch-Site",
                        site);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(GatewayStack.catalog().received()).isEmpty();
    }

    @Test
    void asksNothingOfTheKindFromABearer() {
        var answer =
                new Browser()
                        .post(
                                ESCALATIONS,
                                "{}",
                                "Authorization",
                                "Bearer " + GatewayStack.identity().tokenOf("integrator"),
                                "Origin",
                                "https://tool.example");
        assertThat(answer.status()).isEqualTo(200);
    }
}
