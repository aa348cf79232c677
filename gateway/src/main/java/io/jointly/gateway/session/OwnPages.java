package io.jointly.gateway.session;

import io.jointly.gateway.GatewayConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * Tells our own pages from foreign ones.
 *
 * <p>A browser sends the session cookie along with whatever it is told to send. Our header cannot
 * be set by a foreign form, nor by a foreign script without our consent; Origin and Sec-Fetch-Site
 * are the browser's own word.
 */
@ApplicationScoped
class OwnPages {
    private static final String HEADER = "X-Jointly-Client";
    private static final String PORTAL = "portal";

    private final String publicOrigin;

    OwnPages(GatewayConfig config) {
        publicOrigin = originOf(config.publicUrl());
    }

    /** Why the request does not count as the portal's; empty when it does. */
    Optional<String> objection(HttpServerRequest request) {
        if (!PORTAL.equals(request.getHeader(HEADER))) {
            return Optional.of("the header X-Jointly-Client: portal is missing.");
        }
        var origin = request.getHeader("Origin");
        if (origin != null && !isOurs(request, origin)) {
            return Optional.of("Origin names another site.");
        }
        return isFromElsewhere(request)
                ? Optional.of("Sec-Fetch-Site names another site.")
                : Optional.empty();
    }

    /** Whether the browser says that another site is behind the request. */
    static boolean isFromElsewhere(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private boolean isOurs(HttpServerRequest request, String origin) {
        return origin.equals(publicOrigin)
                || origin.equals(request.scheme() + "://" + request.authority());
    }

    private static String originOf(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
