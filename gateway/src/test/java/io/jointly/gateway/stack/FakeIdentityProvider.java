package io.jointly.gateway.stack;

import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** Signs whatever a test wants, with a key that the gateway trusts. */
public final class FakeIdentityProvider {
    private static final String REALM = "jointly";
    private static final long FIVE_MINUTES = 300;

    private final MockOAuth2Server server = new MockOAuth2Server();

    FakeIdentityProvider() {
        server.start();
    }

    void stop() {
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
