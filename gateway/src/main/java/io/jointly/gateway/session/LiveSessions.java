package io.jointly.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Asks the identity provider whether a session still lives.
 *
 * <p>A session lives in its cookie, and a sign-out is heard by one gateway only. The identity
 * provider knows of every sign-out, so each gateway asks it: at most once per session in {@link
 * #KEPT}. When it cannot be asked, sessions go on; nobody waits for it twice.
 */
@ApplicationScoped
class LiveSessions {
    private static final Logger LOG = Logger.getLogger(LiveSessions.class);

    /** With {@link #LONGEST_WAIT} below the five seconds within which a sign-out must be known. */
    private static final Duration KEPT = Duration.ofSeconds(4);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(800);

    /** While the identity provider is away, how often it is looked for. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final int CONNECTIONS = 16;

    private final TenantConfigBean tenants;
    private final Vertx vertx;
    private final HttpClient http;
    private final AsyncCache<String, Boolean> verdicts =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).buildAsync();

    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean away;

    LiveSessions(TenantConfigBean tenants, TlsConfigurationRegistry certificates, Vertx vertx) {
        this.tenants = tenants;
        this.vertx = vertx;
        var options =
                new HttpClientOptions()
                        .setMaxPoolSize(CONNECTIONS)
                        .setConnectTimeout((int) LONGEST_WAIT.toMillis())
                        // Shorter than any server or proxy between us keeps a silent connection.
                        .setKeepAliveTimeout(5);
        TlsConfiguration.from(
                        certificates,
                        tenants.getStaticTenant(Callers.SESSION_TENANT)
                                .oidcConfig()
                                .tls()
                                .tlsConfigurationName())
                .ifPresent(settings -> TlsConfigUtils.configure(options, settings));
        http = vertx.createHttpClient(options);
    }

    /**
     * Whether the session may go on.
     *
     * @param session the identity provider's name for the session
     * @param accessToken a token of the session that has not expired
     */
    Uni<Boolean> isLive(String session, String accessToken) {
        var known = verdicts.getIfPresent(session);
        if (known == null && away) {
            lookForProvider(accessToken);
            return Uni.createFrom().item(true);
        }
        var verdict =
                known == null
                        ? verdicts.get(session, (key, executor) -> verdict(accessToken))
                        : known;
        return verdict.isDone()
                ? Uni.createFrom().item(verdict.join())
                : here(Uni.createFrom().completionStage(verdict));
    }

    /** Several requests may wait for one answer; each goes on where it came from. */
    private static Uni<Boolean> here(Uni<Boolean> answer) {
        Context context = Vertx.currentContext();
        return context == null
                ? answer
                : answer.emitOn(command -> context.runOnContext(on -> command.run()));
    }

    private CompletableFuture<Boolean> verdict(String accessToken) {
        return ask(accessToken).toCompletionStage().toCompletableFuture();
    }

    private Future<Boolean> ask(String accessToken) {
        return status(accessToken)
                // A kept connection may have been closed just now by the other side.
                .recover(
                        failure ->
                                failure instanceof TimeoutException
                                        ? Future.failedFuture(failure)
                                        : status(accessToken))
                .map(
                        status -> {
                            setAway(status >= 500, "status " + status);
                            return status != 401;
                        })
                .otherwise(
                        failure -> {
                            setAway(true, failure.toString());
                            return true;
                        });
    }

    /** The identity provider tells about the account as long as the token's session lives. */
    private Future<Integer> status(String accessToken) {
        var provider = tenants.getStaticTenant(Callers.SESSION_TENANT).getOidcMetadata();
        if (provider == null || provider.getUserInfoUri() == null) {
            return Future.failedFuture("The identity provider has not been reached yet");
        }
        var question =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(provider.getUserInfoUri())
                        .setTimeout(LONGEST_WAIT.toMillis())
                        .putHeader("Authorization", "Bearer " + accessToken)
                        .putHeader("Accept", "application/json");
        return http.request(question)
                .compose(request -> request.send())
                .map(HttpClientResponse::statusCode);
    }

    private void lookForProvider(String accessToken) {
        if (looking.compareAndSet(false, true)) {
            ask(accessToken)
                    .onComplete(
                            done ->
                                    vertx.setTimer(
                                            BETWEEN_LOOKS.toMillis(), later -> looking.set(false)));
        }
    }

    private void setAway(boolean isAway, String why) {
        if (isAway != away) {
            away = isAway;
            if (isAway) {
                LOG.warnf(
                        "The identity provider cannot be asked about sessions, so they go on: %s",
                        why);
            } else {
                LOG.info("The identity provider can be asked about sessions again");
            }
        }
    }
}
