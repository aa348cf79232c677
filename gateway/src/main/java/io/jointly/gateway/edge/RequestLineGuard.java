package io.jointly.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a request that does not say which host it means. */
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
        } else {
            request.next();
        }
    }
}
