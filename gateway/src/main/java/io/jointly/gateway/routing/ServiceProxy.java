package io.jointly.gateway.routing;

import io.jointly.gateway.GatewayConfig;
import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.jointly.gateway.session.SignedIn;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Passes an admitted request on to the service that owns its path. */
@ApplicationScoped
public class ServiceProxy {
    private static final int WAITING = 1_000;
    private static final int KEEP_ALIVE_SECONDS = 60;

    private final GatewayConfig config;
    private final Origins origins;
    private final Refusals refusals;
    private final HttpClient client;

    ServiceProxy(GatewayConfig config, Origins origins, Refusals refusals, Vertx vertx) {
        this.config = config;
        this.origins = origins;
        this.refusals = refusals;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout((int) config.timeouts().connect().toMillis())
                                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                                .setMaxWaitQueueSize(WAITING),
                        new PoolOptions().setHttp1MaxSize(config.connectionsPerAddress()));
    }

    /**
     * Judges by the raw path: the path guard let only plain paths through, so one that needs
     * decoding to look like ours is not ours.
     */
    public void forward(RoutingContext request) {
        Backend.of(request.request().path())
                .ifPresentOrElse(
                        backend -> begin(request, backend),
                        () -> refusals.send(request, Refusal.nothingHere()));
    }

    private void begin(RoutingContext request, Backend backend) {
        new Exchange(
                        request,
                        backend,
                        Rules.of(request.request(), config),
                        SignedIn.of(request).accessToken(),
                        client,
                        origins,
                        refusals)
                .begin();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
