package io.jointly.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ServicesReadinessTest {
    private static final String READY = "/q/health/ready";

    private final Browser browser = new Browser();

    @AfterEach
    void everybodyIsBack() {
        GatewayStack.catalog().reset();
        GatewayStack.governance().reset();
    }

    @Test
    void isReadyWhileAServiceIsAndNamesTheOnesThatAreNot() {
        var answer = browser.get(READY);
        assertThat(answer.status()).isEqualTo(200);
        var services = services(answer);
        assertThat(services.path("state").asText()).isEqualTo("degraded");
        assertThat(services.path("catalog").asText()).isEqualTo("up");
        assertThat(services.path("okr").asText()).isEqualTo("down");
        assertThat(services.path("governance").asText())
                .as("one of its two addresses answers")
                .isEqualTo("up");
    }

    @Test
    void isNotReadyWithoutAnyService() {
        GatewayStack.catalog().json(READY, 503, "{}");
        GatewayStack.governance().json(READY, 503, "{}");
        var answer = browser.get(READY);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(services(answer).path("state").asText()).isEqualTo("down");
    }

    @Test
    void isAliveAllTheSame() {
        assertThat(browser.get("/q/health/live").status()).isEqualTo(200);
    }

    private static JsonNode services(Browser.Answer answer) {
        for (var check : answer.json().path("checks")) {
            if (check.path("name").asText().equals("services")) {
                return check.path("data");
            }
        }
        throw new AssertionError("no such check in " + answer.body());
    }
}
