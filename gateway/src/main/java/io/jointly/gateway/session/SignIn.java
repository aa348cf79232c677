package io.jointly.gateway.session;

import io.jointly.gateway.GatewayConfig;
import io.jointly.gateway.apidocs.ProblemPages;
import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.jointly.gateway.limit.RateLimits;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The few addresses that send a browser to the identity provider and take it back. */
@ApplicationScoped
public class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class);

    private static final String FAILED = "sign-in-failed";

    private final HttpAuthenticator authenticator;
    private final Callers callers;
    private final ProblemPages pages;
    private final RateLimits limits;
    private final Refusals refusals;
    private final URI publicUrl;

    SignIn(
            HttpAuthenticator authenticator,
            Callers callers,
            ProblemPages pages,
            RateLimits limits,
            Refusals refusals,
            GatewayConfig config) {
        this.authenticator = authenticator;
        this.callers = callers;
        this.pages = pages;
        this.limits = limits;
        this.refusals = refusals;
        this.publicUrl = config.publicUrl();
    }

    /** {@code /login?to=/path}: signs in where needed, then goes to the path. */
    public void login(RoutingContext request) {
        if (!limits.admitsStranger(request)) {
            return;
        }
        var to = LocalPath.of(request.request().getParam("to"));
        if (!publicUrl.getRawAuthority().equals(request.request().authority().toString())) {
            // The identity provider returns to the public address only, and cookies stay with
            // theirs.
            redirect(request, publicAddress("/login?to=" + encode(to)));
            return;
        }
        asPortal(request);
        attempt(
                request,
                identity -> {
                    if (identity == null) {
                        challenge(request);
                    } else {
                        goOnOrSignInAnew(request, identity, to);
                    }
                },
                () -> {
                    // An invented or outlived session is no session.
                    SessionCookies.clear(request);
                    challenge(request);
                });
    }

    private void goOnOrSignInAnew(RoutingContext request, SecurityIdentity identity, String to) {
        callers.isStillSignedIn(identity)
                .subscribe()
                .with(
                        stillSignedIn -> {
                            if (stillSignedIn) {
                                redirect(request, to);
                            } else {
                                SessionCookies.clear(request);
                                challenge(request);
                            }
                        },
                        request::fail);
    }

    /** Where the identity provider sends the browser back to. */
    public void callback(RoutingContext request) {
        if (!limits.admitsStranger(request)) {
            return;
        }
        // An old session must not stand in the way of the new one.
        SessionCookies.clear(request);
        SessionCookies.forget(request);
        asPortal(request);
        attempt(
                request,
                // Coming back without having been sent is nobody's sign-in.
                identity -> pages.show(request, 401, FAILED),
                // No way back to /login by itself: with a lasting fault that would go on forever.
                () -> pages.show(request, 401, FAILED));
    }

    /** Ends the session here and at the identity provider. */
    public void logout(RoutingContext request) {
        if (OwnPages.isFromElsewhere(request.request())) {
            refusals.send(request, Refusal.crossSite("Sec-Fetch-Site names another site."));
            return;
        }
        asPortal(request);
        attempt(request, identity -> goodbye(request), () -> goodbye(request));
    }

    /** Quarkus tells of its redirects by failing with them. */
    private void attempt(
            RoutingContext request, Consumer<SecurityIdentity> done, Runnable refused) {
        authenticator
                .attemptAuthentication(request)
                .subscribe()
                .with(
                        done,
                        failure -> {
                            if (failure instanceof AuthenticationRedirectException next) {
                                redirect(request, next.getRedirectUri());
                            } else if (ProviderAway.isBehind(failure)) {
                                providerIsAway(request, failure);
                            } else {
                                refused.run();
                            }
                        });
    }

    private void goodbye(RoutingContext request) {
        SessionCookies.clear(request);
        redirect(request, "/");
    }

    private static void asPortal(RoutingContext request) {
        request.put(OidcUtils.TENANT_ID_ATTRIBUTE, Callers.SESSION_TENANT);
    }

    private void challenge(RoutingContext request) {
        request.response().putHeader("Cache-Control", "no-store");
        authenticator
                .sendChallenge(request)
                .subscribe()
                .with(
                        sent -> request.response().end(),
                        failure -> providerIsAway(request, failure));
    }

    private void providerIsAway(RoutingContext request, Throwable failure) {
        LOG.warnf("The identity provider could not be asked: %s", failure.getMessage());
        refusals.send(request, Refusal.identityUnavailable());
    }

    private static void redirect(RoutingContext request, String location) {
        request.response()
                .setStatusCode(302)
                .putHeader("Location", location)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    private String publicAddress(String path) {
        return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority() + path;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
