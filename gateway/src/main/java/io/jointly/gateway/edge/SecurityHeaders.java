package io.jointly.gateway.edge;

import io.jointly.gateway.GatewayConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;

/** Puts the same protective headers on every answer, whoever wrote it. */
@ApplicationScoped
public class SecurityHeaders {
    /** Before the kit's path guard, so that its refusals carry the headers too. */
    private static final int FIRST = 20_000;

    /** Scripts and styles from our own files only; {@code data:} images are PatternFly's icons. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                    POLICY,
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");

    private static final Set<String> TELL_TALE = Set.of("Server", "X-Powered-By");

    private final boolean secure;

    SecurityHeaders(GatewayConfig config) {
        secure = "https".equals(config.publicUrl().getScheme());
    }

    void install(@Observes Filters filters) {
        filters.register(this::protect, FIRST);
    }

    private void protect(RoutingContext request) {
        request.addHeadersEndHandler(written -> complete(request.response().headers()));
        request.next();
    }

    private void complete(MultiMap headers) {
        ALWAYS.forEach(headers::set);
        TELL_TALE.forEach(headers::remove);
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
