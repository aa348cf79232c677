package io.jointly.gateway;

import io.jointly.gateway.apidocs.ApiPages;
import io.jointly.gateway.apidocs.ProblemPages;
import io.jointly.gateway.edge.PortalFiles;
import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.jointly.gateway.routing.ServiceProxy;
import io.jointly.gateway.session.Entrance;
import io.jointly.gateway.session.SignIn;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Every address of the gateway, in the order in which they are tried. */
@ApplicationScoped
class GatewayRoutes {
    /** After Quarkus prepared authentication (-200), before its upload limit and its own routes. */
    private static final int FIRST = -150;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final SignIn signIn;
    private final Entrance entrance;
    private final ServiceProxy services;
    private final ApiPages apiPages;
    private final ProblemPages problemPages;
    private final PortalFiles portal;
    private final Refusals refusals;
    private int order = FIRST;

    GatewayRoutes(
            SignIn signIn,
            Entrance entrance,
            ServiceProxy services,
            ApiPages apiPages,
            ProblemPages problemPages,
            PortalFiles portal,
            Refusals refusals) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.services = services;
        this.apiPages = apiPages;
        this.problemPages = problemPages;
        this.portal = portal;
        this.refusals = refusals;
    }

    void install(@Observes Router router) {
        next(router.route()).failureHandler(refusals::sendFailure);

        next(router.get("/login")).handler(signIn::login);
        next(router.get("/login/callback")).handler(signIn::callback);
        next(router.get("/logout")).handler(signIn::logout);

        next(router.route("/api/*")).handler(entrance::admit);
        next(router.route("/api/*")).handler(this::answerHereOrForward);

        reading(router.route("/openapi")).handler(apiPages::description);
        reading(router.route("/openapi.json")).handler(apiPages::json);
        reading(router.route("/openapi.yaml")).handler(apiPages::yaml);
        reading(router.route("/swagger-ui")).handler(apiPages::explorer);
        reading(router.route("/swagger-ui/*")).handler(apiPages::explorer);
        reading(router.route("/docs/style.css")).handler(problemPages::style);
        reading(router.route("/docs/problems")).handler(problemPages::index);
        reading(router.route("/docs/problems/")).handler(problemPages::index);
        reading(router.route("/docs/problems/:code")).handler(problemPages::page);
        next(router.route()).handler(portal::serve);
        router.route().last().handler(refusals::sendNothingHere);
    }

    private Route reading(Route route) {
        return next(route).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private Route next(Route route) {
        return route.order(order++);
    }

    /** Our own resources are JAX-RS; everything else under /api belongs to a service or nobody. */
    private void answerHereOrForward(RoutingContext request) {
        var path = request.request().path();
        if (!path.equals("/api/session") && !path.startsWith("/api/reports/")) {
            services.forward(request);
        } else if (READING.contains(request.request().method())) {
            request.request().resume();
            request.next();
        } else {
            refusals.send(request, Refusal.notAllowed("GET, HEAD"));
        }
    }
}
