package io.jointly.acceptance;

import static io.jointly.acceptance.suite.Api.CATALOG;
import static io.jointly.acceptance.suite.Api.OKR;
import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.acceptance.suite.Eventually;
import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.suite.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal's session cookie, in the right hands and in wrong ones. */
@ExtendWith(Running.class)
class SessionIT {
    private static final Map<String, String> FROM_THE_PORTAL =
            Map.of("X-Jointly-Client", "portal", "Content-Type", "application/json");
    private static final String DRAFT =
            """
            {"cycle":"%s","title":"Signed in","why":"To see who may write.","kind":"committed","owners":["it"]}\
            """
                    .formatted(World.CYCLE);

    private final RunningSuite suite;

    SessionIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void aPersonSignsInWithKeycloakAndActs() {
        var browser = signedIn();

        var session = browser.get("/api/session");
        assertThat(session.status()).isEqualTo(200);
        assertThat(session.text()).contains("head-it").doesNotContain("eyJ");
        assertThat(browser.post(OKR + "/objectives", DRAFT, FROM_THE_PORTAL).status())
                .isEqualTo(201);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        var browser = signedIn();

        assertThat(browser.attributesOfSession())
                .isNotEmpty()
                .allMatch(one -> one.contains("httponly") && one.contains("samesite="));
    }

    @Test
    void aForgedCookieIsNoSession() {
        var good = signedIn();
        for (var forged :
                List.of("x", "a|b|c", "eyJhbGciOiJub25lIn0.e30.", "%00", "é".repeat(50))) {
            var browser = new SignInPage(suite.url());
            browser.setSession(good.sessionNames(), forged);

            assertThat(browser.get("/api/session").status()).as(forged).isEqualTo(401);
            assertThat(browser.get(CATALOG + "/departments").status()).as(forged).isEqualTo(401);
            assertThat(browser.get("/login").status()).as(forged).isEqualTo(302);
        }
    }

    @Test
    void aChangedCookieIsNoSession() {
        var browser = signedIn();
        browser.spoilSession();

        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.get("/login").status()).isEqualTo(302);
    }

    @Test
    void anotherSiteCannotWriteWithIt() {
        var browser = signedIn();
        for (var headers :
                List.of(
                        Map.of("Content-Type", "application/json"),
                        Map.of(
                                "X-Jointly-Client", "portal",
                                "Content-Type", "application/json",
                                "Origin", "http://elsewhere.example"),
                        Map.of(
                                "X-Jointly-Client", "portal",
                                "Content-Type", "application/json",
                                "Sec-Fetch-Site", "cross-site"),
                        Map.of(
                                "Content-Type", "application/x-www-form-urlencoded",
                                "Origin", "null"))) {
            var answer = browser.post(OKR + "/objectives", DRAFT, headers);

            assertThat(answer.status()).as(headers.toString()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("cross-site");
        }
    }

    @Test
    void aCopyOfTheCookieDiesWithTheSession() {
        var browser = signedIn();
        var copy = browser.copy();
        assertThat(copy.get("/api/session").status()).isEqualTo(200);

        browser.follow("/logout");

        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        Eventually.within30Seconds(
                "the copy is refused",
                () -> assertThat(copy.get("/api/session").status()).isEqualTo(401));
    }

    @Test
    void signingInLeadsToOwnPagesOnly() {
        for (var elsewhere :
                List.of(
                        "https://elsewhere.example/",
                        "//elsewhere.example",
                        "/\\elsewhere.example")) {
            var browser = new SignInPage(suite.url());
            browser.signIn("head-it", elsewhere);

            assertThat(browser.address()).startsWith(suite.url() + "/");
        }
    }

    private SignInPage signedIn() {
        var browser = new SignInPage(suite.url());
        browser.signIn("head-it", "/api/session");
        return browser;
    }
}
