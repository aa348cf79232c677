package io.jointly.gateway.session;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;

/**
 * A caller whose credentials were verified.
 *
 * @param identity what the access token says, however it reached us
 * @param accessToken to be relayed to the services
 * @param bySession whether a cookie brought it; then the cross-site rules apply
 * @param session the identity provider's session, by which a sign-out names it; null without one
 * @param goodUntil when the verification must be repeated at the latest
 */
public record SignedIn(
        SecurityIdentity identity,
        String accessToken,
        boolean bySession,
        String session,
        Instant goodUntil) {
    private static final String KEY = SignedIn.class.getName();

    /** One key per account, whichever of its tokens it uses. */
    public String account() {
        return identity.getPrincipal().getName();
    }

    void attachTo(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The caller of a request that passed {@link Entrance}. */
    public static SignedIn of(RoutingContext request) {
        return request.get(KEY);
    }
}
