package io.jointly.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class RateLimitsTest {
    private static final String PATH = "/api/catalog/v1/departments";

    private final Browser caller = new Browser();

    @Test
    void refusesACallerThatHasUsedUpItsRequestsAndNobodyElse() {
        var greedy = "Bearer " + GatewayStack.identity().tokenOf("greedy");
        var first = caller.get(PATH, "Authorization", greedy);
        assertThat(first.header("RateLimit-Policy"))
                .isEqualTo("\"caller\";q=" + GatewayStack.REQUESTS_PER_MINUTE + ";w=60");
        assertThat(first.header("RateLimit"))
                .startsWith("\"caller\";r=" + (GatewayStack.REQUESTS_PER_MINUTE - 1) + ";t=");

        var answer = first;
        for (var i = 0; i < 2 * GatewayStack.REQUESTS_PER_MINUTE && answer.status() == 200; i++) {
            answer = caller.get(PATH, "Authorization", greedy);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.json().path("type").asText())
                .isEqualTo("/docs/problems/too-many-requests");
        assertThat(answer.header("RateLimit")).startsWith("\"caller\";r=0;t=");

        var modest = "Bearer " + GatewayStack.identity().tokenOf("modest");
        assertThat(caller.get(PATH, "Authorization", modest).status()).isEqualTo(200);
    }
}
