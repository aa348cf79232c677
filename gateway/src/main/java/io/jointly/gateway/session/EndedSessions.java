package io.jointly.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sessions that were signed out, here or at the identity provider.
 *
 * <p>A session lives in its cookie, so a copy of the cookie would outlive the sign-out; remembering
 * the sign-out for as long as any session can live refuses the copy as well, at once and also while
 * the identity provider is away. Another replica learns of it through {@link LiveSessions}.
 */
@ApplicationScoped
public class EndedSessions {
    private static final Logger LOG = Logger.getLogger(EndedSessions.class);
    private static final String BACK_CHANNEL = "/login/back-channel";
    private static final int BEFORE_QUARKUS = 5_000;
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Cache<String, Boolean> ended =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(LONGEST_SESSION).build();

    boolean contains(String session) {
        return session != null && ended.getIfPresent(session) != null;
    }

    void install(@Observes Filters filters) {
        filters.register(this::listen, BEFORE_QUARKUS);
    }

    /** Quarkus verifies the identity provider's word; when it says 200 we remember it for good. */
    private void listen(RoutingContext request) {
        if (BACK_CHANNEL.equals(request.request().path())) {
            request.addBodyEndHandler(
                    answered -> {
                        var token = request.request().getFormAttribute("logout_token");
                        if (request.response().getStatusCode() == 200 && token != null) {
                            end(OidcCommonUtils.decodeJwtContent(token).getString("sid"));
                        }
                    });
        }
        request.next();
    }

    void observe(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED) {
            end(Callers.sessionOf(event.getSecurityIdentity()));
        }
    }

    private void end(String session) {
        if (session != null) {
            ended.put(session, Boolean.TRUE);
            LOG.debug("A session was signed out");
        }
    }
}
