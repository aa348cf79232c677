package io.jointly.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.FakeIdentityProvider;
import io.jointly.gateway.stack.FakeIdentityProvider.Trouble;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a gateway knows of a session that ended without its hearing of it. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class LiveSessionsTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final FakeIdentityProvider identity = GatewayStack.identity();
    private final Browser browser = new Browser();

    @AfterEach
    void recover() throws InterruptedException {
        identity.suffer(Trouble.NONE);
        // The gateway looks for an identity provider that was away only when somebody calls.
        var anybody = new Browser();
        anybody.signIn("head-it", "live-recover-" + System.nanoTime(), "/");
        for (var looks = 0; looks < 4; looks++) {
            anybody.get("/api/session");
            Thread.sleep(600);
        }
    }

    @Test
    void refusesASessionThatEndedElsewhereWithinFiveSeconds() throws InterruptedException {
        browser.signIn("head-it", "live-1", "/");
        var copy = Map.copyOf(browser.cookies());
        assertThat(status()).isEqualTo(200);
        identity.end("live-1");
        Thread.sleep(FIVE_SECONDS.toMillis());
        assertThat(status()).isEqualTo(401);
        browser.cookies().putAll(copy);
        assertThat(browser.get("/login").header("Location"))
                .as("or the portal would send the browser round in circles")
                .startsWith(identity.issuer());
    }

    @Test
    void asksOnceForManyRequests() {
        browser.signIn("head-it", "live-2", "/");
        var statuses =
                IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.supplyAsync(this::status))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(statuses).containsOnly(200);
        assertThat(identity.questionsAbout("live-2")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILING", "SILENT"})
    void letsSessionsGoOnWhileTheIdentityProviderIsAway(Trouble trouble) {
        browser.signIn("head-it", "live-" + trouble, "/");
        identity.suffer(trouble);
        assertThat(status()).isEqualTo(200);
        var began = System.nanoTime();
        for (var i = 0; i < 10; i++) {
            var another = new Browser();
            another.cookies().putAll(browser.cookies());
            assertThat(another.get("/api/session").status()).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("nobody waits twice for one that is away")
                .isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void takesOtherCookiesForNoPartOfTheSession() {
        browser.signIn("head-it", "live-3", "/");
        assertThat(status()).isEqualTo(200);
        browser.cookies().put("q_session_other", "x");
        browser.cookies().put("theme", "dark");
        assertThat(status()).isEqualTo(200);
    }

    private int status() {
        return browser.get("/api/session").status();
    }
}
