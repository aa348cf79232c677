package io.jointly.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Finds out who sends a request. */
@ApplicationScoped
public class Callers {
    static final String SESSION_TENANT = "portal";
    private static final String BEARER = "Bearer ";

    /** Before the access token ends by this much, Quarkus refreshes it, so we must ask it again. */
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(60);

    /** Characters of tokens; with what is parsed of them, some 20 MB at most. */
    private static final long MOST_KEPT = 4_000_000;

    private final HttpAuthenticator authenticator;
    private final EndedSessions ended;
    private final LiveSessions live;

    /**
     * Checking a signature costs more than most answers, so a verified token is kept for a moment;
     * by a digest of the credentials, so that they themselves lie about nowhere.
     */
    private final Cache<String, SignedIn> verified =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_KEPT)
                    .weigher((String key, SignedIn caller) -> caller.accessToken().length())
                    .expireAfter(Expiry.<String, SignedIn>creating((key, caller) -> kept(caller)))
                    .build();

    Callers(HttpAuthenticator authenticator, EndedSessions ended, LiveSessions live) {
        this.authenticator = authenticator;
        this.ended = ended;
        this.live = live;
    }

    /**
     * The caller; a failure with {@link AuthenticationFailedException} when there are no valid
     * credentials.
     */
    Uni<SignedIn> identify(RoutingContext request) {
        var authorization = request.request().getHeader("Authorization");
        if (authorization != null) {
            return identify(request, OidcUtils.DEFAULT_TENANT_ID, authorization);
        }
        var cookies = SessionCookies.state(request);
        return cookies.isEmpty()
                ? Uni.createFrom().failure(new AuthenticationFailedException("no credentials"))
                : identify(request, SESSION_TENANT, cookies);
    }

    private Uni<SignedIn> identify(RoutingContext request, String tenant, String credentials) {
        var key = Digest.of(tenant, credentials);
        var known = verified.getIfPresent(key);
        var caller =
                known != null && known.goodUntil().isAfter(Instant.now())
                        ? Uni.createFrom().item(known)
                        : verify(request, tenant).invoke(fresh -> verified.put(key, fresh));
        return caller.call(this::refuseEnded);
    }

    private Uni<SignedIn> verify(RoutingContext request, String tenant) {
        // Naming the tenant ourselves keeps an invented cookie name from choosing one.
        request.put(OidcUtils.TENANT_ID_ATTRIBUTE, tenant);
        request.remove(OidcTenantConfig.class.getName());
        return authenticator
                .attemptAuthentication(request)
                .onItem()
                .ifNull()
                .failWith(() -> new AuthenticationFailedException("no credentials"))
                .map(identity -> signedIn(identity, tenant.equals(SESSION_TENANT)));
    }

    private static SignedIn signedIn(SecurityIdentity identity, boolean bySession) {
        var token = identity.getCredential(AccessTokenCredential.class).getToken();
        var caller = bySession ? asAccessTokenSays(identity, token) : identity;
        var claims = (JsonWebToken) caller.getPrincipal();
        return new SignedIn(
                caller,
                token,
                bySession,
                sessionOf(caller),
                Instant.ofEpochSecond(claims.getExpirationTime())
                        .minus(bySession ? BEFORE_EXPIRY : Duration.ZERO));
    }

    /** The identity provider's name for the session behind an identity; null when it has none. */
    static String sessionOf(SecurityIdentity identity) {
        return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim("sid")
                : null;
    }

    /** A session's identity speaks by its ID token; services and reports go by the access token. */
    private static SecurityIdentity asAccessTokenSays(SecurityIdentity identity, String token) {
        try {
            var claims = JwtClaims.parse(OidcUtils.decodeJwtContentAsString(token));
            claims.setClaim("raw_token", token);
            return QuarkusSecurityIdentity.builder(identity)
                    .setPrincipal(
                            new OidcJwtCallerPrincipal(
                                    claims, identity.getCredential(AccessTokenCredential.class)))
                    .build();
        } catch (InvalidJwtException e) {
            throw new AuthenticationFailedException(e);
        }
    }

    private Uni<Void> refuseEnded(SignedIn caller) {
        var good =
                caller.bySession()
                        ? goesOn(caller.session(), caller.accessToken())
                        // A program's token says itself how long it is good.
                        : Uni.createFrom().item(!ended.contains(caller.session()));
        return good.invoke(
                        isGood -> {
                            if (!isGood) {
                                throw new AuthenticationFailedException(
                                        "the session was signed out");
                            }
                        })
                .replaceWithVoid();
    }

    /** Whether an identity that a session cookie brought is still signed in. */
    Uni<Boolean> isStillSignedIn(SecurityIdentity identity) {
        return goesOn(
                sessionOf(identity),
                identity.getCredential(AccessTokenCredential.class).getToken());
    }

    private Uni<Boolean> goesOn(String session, String accessToken) {
        if (ended.contains(session)) {
            return Uni.createFrom().item(false);
        }
        return live.isLive(session == null ? Digest.of(accessToken) : session, accessToken);
    }

    private static Duration kept(SignedIn caller) {
        var left = Duration.between(Instant.now(), caller.goodUntil());
        return left.isNegative()
                ? Duration.ZERO
                : left.compareTo(LONGEST_KEPT) < 0 ? left : LONGEST_KEPT;
    }
}
