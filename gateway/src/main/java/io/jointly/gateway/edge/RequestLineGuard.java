package io.jointly.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Refuses a request that does not say which host it means, or whose query cannot be decoded. */
@ApplicationScoped
public class RequestLineGuard {
    /** After the kit's path guard (10,000), which begins the trace that refusals name. */
    private static final int AFTER_PATH_GUARD = 9_000;

    private final Refusals refusals;

    RequestLineGuard(Refusals refusals) {
        this.refusals = refusals;
    }

    void install(@Observes Filters filters) {
        filters.register(this::guard, AFTER_PATH_GUARD);
    }

    private void guard(RoutingContext request) {
        var host = request.request().authority();
        if (host == null || host.host().isEmpty()) {
            refusals.send(request, Refusal.malformed("The header Host is missing or is no host."));
        } else if (!isReadable(request.request().query())) {
            refusals.send(request, Refusal.malformed("The query is not percent-encoded rightly."));
        } else {
            request.next();
        }
    }

    private static boolean isReadable(String query) {
        if (query == null || query.indexOf('%') < 0) {
            return true;
        }
        try {
            URLDecoder.decode(query, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
