package io.jointly.gateway.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;

/** Signs whatever a test wants, with a key that the gateway trusts. */
public final class FakeIdentityProvider {
    private static final String REALM = "jointly";
    private static final long FIVE_MINUTES = 300;

    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> questions = new ConcurrentHashMap<>();
    private volatile Trouble trouble = Trouble.NONE;

    private final MockOAuth2Server server =
            new MockOAuth2Server(
                    new Route.Builder()
                            .any(new String[] {"/" + REALM + "/userinfo"}, this::userInfo)
                            .any(new String[] {"/" + REALM + "/endsession"}, this::signOut)
                            .build());

    /** What keeps the identity provider from telling whether a session lives. */
    public enum Trouble {
        NONE,
        FAILING,
        SILENT
    }

    FakeIdentityProvider() {
        server.start();
    }

    /** From now on the session is over, and nobody is told. */
    public void end(String session) {
        ended.add(session);
    }

    public void suffer(Trouble next) {
        trouble = next;
    }

    /** How often it was asked whether the session lives. */
    public int questionsAbout(String session) {
        return questions.getOrDefault(session, new AtomicInteger()).get();
    }

    private OAuth2HttpResponse userInfo(OAuth2HttpRequest request) {
        var claims = claimsOf(request.getHeaders().get("Authorization"));
        var session = claims.path("sid").asText();
        questions.computeIfAbsent(session, first -> new AtomicInteger()).incrementAndGet();
        if (trouble == Trouble.SILENT) {
            sleep(Duration.ofSeconds(3));
        }
        var status = trouble == Trouble.FAILING ? 503 : ended.contains(session) ? 401 : 200;
        return new OAuth2HttpResponse(
                Headers.of("Content-Type", "application/json"), status, "{}", null);
    }

    private OAuth2HttpResponse signOut(OAuth2HttpRequest request) {
        end(claimsOf(request.getUrl().queryParameter("id_token_hint")).path("sid").asText());
        return new OAuth2HttpResponse(Headers.of(), 204, null, null);
    }

    private static JsonNode claimsOf(String token) {
        try {
            return new ObjectMapper()
                    .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        server.shutdown();
    }

    public String issuer() {
        return server.issuerUrl(REALM).toString();
    }

    /** A bearer token of a department's head. */
    public String tokenOf(String user) {
        return token(REALM, "jointly", user, FIVE_MINUTES);
    }

    public String tokenFor(String audience, String user) {
        return token(REALM, audience, user, FIVE_MINUTES);
    }

    public String expiredTokenOf(String user) {
        return token(REALM, "jointly", user, -60);
    }

    public String foreignTokenOf(String user) {
        return token("elsewhere", "jointly", user, FIVE_MINUTES);
    }

    /** The next sign-in or refresh is this user's. */
    public void nextSignIn(String user, String session, long seconds) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        REALM, user, "JWT", List.of("jointly"), claims(user, session), seconds));
    }

    /** What the identity provider sends when somebody signed out there. */
    public String logoutToken(String session) {
        return server.issueToken(
                        REALM,
                        "somebody",
                        new DefaultOAuth2TokenCallback(
                                REALM,
                                "somebody",
                                "logout+jwt",
                                List.of("gateway"),
                                Map.of(
                                        "sid",
                                        session,
                                        "events",
                                        Map.of(
                                                "http://schemas.openid.net/event/backchannel-logout",
                                                Map.of())),
                                FIVE_MINUTES))
                .serialize();
    }

    private String token(String realm, String audience, String user, long seconds) {
        return server.issueToken(
                        realm,
                        user,
                        new DefaultOAuth2TokenCallback(
                                realm,
                                user,
                                "JWT",
                                List.of(audience),
                                claims(user, "session-of-" + user),
                                seconds))
                .serialize();
    }

    private static Map<String, Object> claims(String user, String session) {
        return Map.of(
                "preferred_username",
                user,
                "name",
                "Ines Okafor",
                "groups",
                List.of("/departments/it/heads", "/departments/it/members"),
                "realm_access",
                Map.of("roles", List.of("offline_access")),
                "azp",
                "gateway",
                "sid",
                session);
    }
}
