package io.jointly.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class PortalFilesTest {
    private static final String HASHED = "/assets/probe-4f2a1c.js";

    private final Browser browser = new Browser();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/today", "/streams/it-incidents", "/escalations/ESC-7"})
    void showsThePortalAtEveryAddressThatOnlyThePortalKnows(String path) {
        var answer = browser.get(path, "Accept", "text/html,application/xhtml+xml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.body()).containsIgnoringCase("<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/today", "/assets/missing-123.js", "/favicon.gif", "/q/x", "/docs/x"})
    void saysNotFoundToWhoeverAsksForNoPage(String path) {
        var answer = browser.get(path, "Accept", "application/json");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void letsBrowsersKeepFilesWhoseNameChangesWithTheirContent() {
        var answer = browser.get(HASHED);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void compressesWhatIsWorthItAndSaysSo() {
        var plain = browser.get(HASHED);
        var packed = browser.get(HASHED, "Accept-Encoding", "gzip, deflate");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(packed.body().length()).isLessThan(plain.body().length() / 4);
    }

    @Test
    void answersThatNothingHasChanged() {
        var tag = browser.get("/", "Accept", "text/html").header("ETag");
        var again = browser.get("/", "Accept", "text/html", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var other = browser.get("/", "Accept", "text/html", "If-None-Match", "\"other\"");
        assertThat(other.status()).isEqualTo(200);
    }

    @Test
    void takesNoOtherMethod() {
        var answer = browser.post("/", "a=b");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        assertThat(browser.send("HEAD", "/", null, "Accept", "text/html").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/application.properties",
                "/META-INF/MANIFEST.MF",
                "/docs/openapi/catalog.json",
                "/io/jointly/gateway/GatewayConfig.class"
            })
    void servesNothingElseOfTheClassPath(String path) {
        assertThat(browser.get(path).status()).isEqualTo(404);
    }
}
