package io.jointly.gateway.session;

import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.jointly.gateway.limit.RateLimits;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lets a request to the API in when we know who sends it, within limits, and from our own pages.
 */
@ApplicationScoped
public class Entrance {
    private static final Logger LOG = Logger.getLogger(Entrance.class);
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Callers callers;
    private final OwnPages ownPages;
    private final RateLimits limits;
    private final Refusals refusals;

    Entrance(Callers callers, OwnPages ownPages, RateLimits limits, Refusals refusals) {
        this.callers = callers;
        this.ownPages = ownPages;
        this.limits = limits;
        this.refusals = refusals;
    }

    public void admit(RoutingContext request) {
        // Identifying may wait for the identity provider; the body must not flow away meanwhile.
        request.request().pause();
        callers.identify(request)
                .subscribe()
                .with(caller -> admit(request, caller), failure -> refuse(request, failure));
    }

    private void admit(RoutingContext request, SignedIn caller) {
        if (caller.bySession() && !SAFE.contains(request.request().method())) {
            var objection = ownPages.objection(request.request());
            if (objection.isPresent()) {
                refusals.send(request, Refusal.crossSite(objection.get()));
                return;
            }
        }
        if (!limits.admits(request, caller.account())) {
            return;
        }
        caller.attachTo(request);
        QuarkusHttpUser.setIdentity(caller.identity(), request);
        request.next();
    }

    private void refuse(RoutingContext request, Throwable failure) {
        if (ProviderAway.isBehind(failure)) {
            // The session may well be good, so it stays.
            LOG.warnf("The identity provider could not be asked: %s", failure.getMessage());
            refusals.send(request, Refusal.identityUnavailable());
        } else if (limits.admitsStranger(request)) {
            LOG.debug("Refused", failure);
            refusals.send(request, refusal(request));
        }
    }

    private static Refusal refusal(RoutingContext request) {
        if (request.request().getHeader("Authorization") != null) {
            return Refusal.invalidToken();
        }
        if (SessionCookies.present(request)) {
            SessionCookies.clear(request);
            return Refusal.sessionOver();
        }
        return Refusal.notSignedIn();
    }
}
