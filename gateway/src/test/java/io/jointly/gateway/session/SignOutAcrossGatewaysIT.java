package io.jointly.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayProcess;
import io.jointly.gateway.stack.GatewayStack;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two packaged gateways with one key: what one of them hears, the other must know. */
class SignOutAcrossGatewaysIT {
    private static final String SESSION = "/api/session";
    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(5);

    private final GatewayStack neighbours = new GatewayStack();
    private Map<String, String> settings;
    private GatewayProcess first;
    private GatewayProcess second;

    @BeforeEach
    void startTwoGateways() throws Exception {
        settings = neighbours.start();
        first = GatewayProcess.start(settings, URI.create(GatewayStack.url()).getPort());
        second = GatewayProcess.start(settings, GatewayStack.freePort());
    }

    @AfterEach
    void stopThem() {
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        neighbours.stop();
    }

    @Test
    void refusesACopiedCookieAtAnotherGatewayAndAfterARestart() throws Exception {
        var browser = new Browser();
        browser.signIn("head-it", "across", "/");
        var copy = cookies(browser);
        assertThat(first.status(SESSION, copy)).isEqualTo(200);
        assertThat(second.status(SESSION, copy)).isEqualTo(200);

        // The second gateway has just asked, so it has the longest to wait before it asks again.
        browser.get(browser.get("/logout").header("Location"));
        var signedOut = System.nanoTime();
        assertThat(first.status(SESSION, copy)).as("where the sign-out was heard").isEqualTo(401);
        while (second.status(SESSION, copy) != 401) {
            assertThat(Duration.ofNanos(System.nanoTime() - signedOut)).isLessThan(REVOKED_WITHIN);
            Thread.sleep(50);
        }
        System.out.printf(
                "A sign-out was known to another gateway after %d ms%n",
                Duration.ofNanos(System.nanoTime() - signedOut).toMillis());

        first.close();
        first = GatewayProcess.start(settings, URI.create(GatewayStack.url()).getPort());
        assertThat(first.status(SESSION, copy)).as("after a restart").isEqualTo(401);
    }

    @Test
    void letsSessionsGoOnWithoutTheIdentityProvider() throws Exception {
        var browser = new Browser();
        browser.signIn("head-it", "alone", "/");
        assertThat(first.status(SESSION, cookies(browser))).isEqualTo(200);
        assertThat(second.status(SESSION, cookies(browser))).isEqualTo(200);
        GatewayStack.identity().stop();
        var end = System.nanoTime() + Duration.ofSeconds(12).toNanos();
        while (System.nanoTime() < end) {
            assertThat(first.status(SESSION, cookies(browser))).isEqualTo(200);
            assertThat(second.status(SESSION, cookies(browser))).isEqualTo(200);
            Thread.sleep(200);
        }
    }

    private static String cookies(Browser browser) {
        return browser.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
