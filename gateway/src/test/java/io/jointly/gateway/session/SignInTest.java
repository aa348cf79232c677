package io.jointly.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.Browser;
import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class SignInTest {
    private static final String STREAMS = "/api/catalog/v1/value-streams";

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser();
        GatewayStack.catalog().reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/session",
                STREAMS,
                "/api/okr/v1/objectives",
                "/api/reports/v1/flow-and-handoffs?stream=x",
                "/api/nothing"
            })
    void refusesAnApiCallWithoutCredentialsAndNeverRedirectsIt(String path) {
        var answer = browser.get(path, "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.json().path("type").asText()).isEqualTo("/docs/problems/not-signed-in");
        assertThat(answer.json().path("instance").asText()).isEqualTo(path.replaceAll("\\?.*", ""));
        assertThat(answer.json().path("traceId").asText()).hasSize(32);
        assertThat(GatewayStack.catalog().received()).isEmpty();
    }

    @Test
    void sendsABrowserToTheIdentityProviderWithPkceAndNonce() {
        var answer = browser.get("/login?to=/streams/it-incidents");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .startsWith(GatewayStack.identity().issuer())
                .contains("response_type=code", "client_id=gateway", "code_challenge_method=S256")
                .contains("nonce=", "state=")
                .contains(
                        "redirect_uri="
                                + URLEncoder.encode(
                                        browser.origin() + "/login/callback",
                                        StandardCharsets.UTF_8));
    }

    @Test
    void signsInByTheCodeFlowAndReturnsToWhereThePersonWantedToGo() {
        assertThat(browser.signIn("head-it", "s1", "/streams/it-incidents"))
                .isEqualTo("/streams/it-incidents");
        var session = browser.get("/api/session").json();
        assertThat(session.path("username").asText()).isEqualTo("head-it");
        assertThat(session.path("name").asText()).isEqualTo("Ines Okafor");
        assertThat(session.path("headOf")).hasSize(1);
        assertThat(session.path("headOf").get(0).asText()).isEqualTo("it");
        assertThat(session.path("memberOf").get(0).asText()).isEqualTo("it");
    }

    @Test
    void keepsTheTokensOutOfReachOfScripts() {
        GatewayStack.identity().nextSignIn("head-it", "s2", 300);
        var toProvider = browser.get("/login").header("Location");
        var back = browser.get(toProvider).header("Location");
        var cookies = browser.get(back).headerValues("Set-Cookie");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("q_session"))
                .isNotEmpty()
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .containsIgnoringCase("HttpOnly")
                                        .containsIgnoringCase("SameSite=Lax")
                                        .containsIgnoringCase("Path=/")
                                        // A token begins so, an encrypted cookie must not hold one.
                                        .doesNotContain(".eyJ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/%0d%0aSet-Cookie:x=y",
                "evil"
            })
    void neverSendsAnybodyToAnotherSite(String to) {
        var encoded = to.contains("%0d") ? to : URLEncoder.encode(to, StandardCharsets.UTF_8);
        assertThat(browser.signIn("head-it", "s3", encoded)).isEqualTo("/");
    }

    @Test
    void takesAnyInventedSessionCookieForNoSession() {
        var forged =
                List.of(
                        Map.of("q_session_portal", "x"),
                        Map.of("q_session_portal", "eyJhbGciOiJub25lIn0.e30."),
                        Map.of("q_session_portal", "a|b|c|d|e"),
                        Map.of("q_session_portal", "..."),
                        Map.of("q_session_portal", ""),
                        Map.of("q_session", "x"),
                        Map.of("q_session", "a.b.c.d.e"),
                        Map.of("q_session_other", "x"),
                        Map.of("q_session_portal_chunk_1", "x"),
                        Map.of("q_session_portal_chunk_1", "x", "q_session_portal_chunk_3", "y"),
                        Map.of("q_session_portal_chunk_x", "x"),
                        Map.of("q_session_chunk_1", "x"),
                        Map.of("q_session_at_portal", "x", "q_session_rt_portal", "y"),
                        Map.of(
                                "q_session_portal",
                                "eyJhbGciOiJBMjU2R0NNS1ciLCJlbmMiOiJBMjU2R0NNIn0.AAAA.AAAA.AAAA.AAAA"));
        for (var cookies : forged) {
            var victim = new Browser();
            victim.cookies().putAll(cookies);
            var api = victim.get(STREAMS);
            assertThat(api.status()).as("API with %s", cookies).isEqualTo(401);
            assertThat(api.header("Content-Type")).isEqualTo("application/problem+json");
            victim.cookies().putAll(cookies);
            var login = victim.get("/login?to=/x");
            assertThat(login.status()).as("sign-in with %s", cookies).isEqualTo(302);
            assertThat(login.header("Location")).startsWith(GatewayStack.identity().issuer());
            victim.cookies().putAll(cookies);
            assertThat(victim.signIn("head-it", "s4", "/here"))
                    .as("whole sign-in with %s", cookies)
                    .isEqualTo("/here");
        }
        assertThat(GatewayStack.catalog().received()).isEmpty();
    }

    @Test
    void refusesATamperedSession() {
        browser.signIn("head-it", "s5", "/");
        var tampered = new LinkedHashMap<>(browser.cookies());
        tampered.replaceAll(
                (name, value) ->
                        name.startsWith("q_session")
                                ? value.substring(0, value.length() - 4) + "AAAA"
                                : value);
        browser.cookies().clear();
        browser.cookies().putAll(tampered);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.cookies()).as("the broken session is taken back").isEmpty();
    }

    @Test
    void refusesACallbackThatNobodyAskedFor() {
        var answer = browser.get("/login/callback?code=stolen&state=guessed");
        assertThat(answer.status()).isEqualTo(401);
        browser.get("/login");
        var forged = browser.get("/login/callback?code=stolen&state=guessed");
        assertThat(forged.status()).isEqualTo(401);
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
    }

    @Test
    void refreshesTheTokenWhileTheSessionLives() throws Exception {
        browser.signIn("head-it", "s6", "/", 2);
        var before = Map.copyOf(browser.cookies());
        Thread.sleep(2_500);
        GatewayStack.identity().nextSignIn("head-it", "s6", 300);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        assertThat(browser.cookies()).isNotEqualTo(before);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void signsOutHereAndAtTheIdentityProviderAndRefusesACopyOfTheCookie() {
        browser.signIn("head-it", "s7", "/");
        var copy = Map.copyOf(browser.cookies());
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        var answer = browser.get("/logout");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .startsWith(GatewayStack.identity().issuer())
                .contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
        browser.cookies().putAll(copy);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void forgetsASessionThatEndedAtTheIdentityProvider() {
        browser.signIn("head-it", "s8", "/");
        var copy = Map.copyOf(browser.cookies());
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        var told =
                new Browser()
                        .post(
                                "/login/back-channel",
                                "logout_token=" + GatewayStack.identity().logoutToken("s8"),
                                "Content-Type",
                                "application/x-www-form-urlencoded");
        assertThat(told.status()).isEqualTo(200);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        browser.cookies().putAll(copy);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        browser.cookies().putAll(copy);
        assertThat(browser.get("/login").header("Location"))
                .as("or the portal would send the browser round in circles")
                .startsWith(GatewayStack.identity().issuer());
    }

    @Test
    void believesNoSignOutThatTheIdentityProviderDidNotSign() {
        browser.signIn("head-it", "s9", "/");
        var forged = GatewayStack.identity().logoutToken("s9").replaceAll("\\.[^.]*$", ".AAAA");
        var told =
                new Browser()
                        .post(
                                "/login/back-channel",
                                "logout_token=" + forged,
                                "Content-Type",
                                "application/x-www-form-urlencoded");
        assertThat(told.status()).isEqualTo(400);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void doesNotLetAnotherSiteSignAnybodyOut() {
        browser.signIn("head-it", "s10", "/");
        assertThat(browser.get("/logout", "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void takesBearerTokensMeantForJointlyOnly() {
        var identity = GatewayStack.identity();
        assertThat(withToken(identity.tokenOf("head-it"))).isEqualTo(200);
        assertThat(withToken(identity.expiredTokenOf("head-it"))).isEqualTo(401);
        assertThat(withToken(identity.tokenFor("another-system", "head-it"))).isEqualTo(401);
        assertThat(withToken(identity.foreignTokenOf("head-it"))).isEqualTo(401);
        assertThat(withToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJoZWFkLWl0In0.")).isEqualTo(401);
        assertThat(withToken("nonsense")).isEqualTo(401);
        assertThat(browser.get("/api/session", "Authorization", "Basic YTpi").status())
                .isEqualTo(401);
    }

    private int withToken(String token) {
        return browser.get("/api/session", "Authorization", "Bearer " + token).status();
    }
}
