package io.jointly.gateway.routing;

import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.ArrayList;
import java.util.List;

/** One request on its way to a service and its answer on the way back. */
final class Exchange {
    private static final int TRIES = 3;
    private static final long BETWEEN_TRIES_MILLIS = 100;

    private final RoutingContext request;
    private final Backend backend;
    private final Rules rules;
    private final ProxyRequest proxied;
    private final HttpClient client;
    private final Origins origins;
    private final Refusals refusals;
    private final Watchdog watchdog;
    private final List<Origin> tried = new ArrayList<>();
    private MeteredStream upload;

    Exchange(
            RoutingContext request,
            Backend backend,
            Rules rules,
            String accessToken,
            HttpClient client,
            Origins origins,
            Refusals refusals) {
        this.request = request;
        this.backend = backend;
        this.rules = rules;
        this.client = client;
        this.origins = origins;
        this.refusals = refusals;
        this.watchdog = new Watchdog(request.vertx(), rules.patience());
        this.proxied = ProxyRequest.reverseProxy(request.request());
        HeaderPolicy.request(proxied.headers(), request.request(), accessToken);
    }

    void begin() {
        var incoming = request.request();
        if (Rules.declaredLength(incoming) > rules.largestBody()) {
            refusals.send(request, Refusal.tooLarge(rules.largestBody()));
        } else if (!Rules.hasBody(incoming)) {
            proxied.setBody(null);
            incoming.resume();
            connect();
        } else if (rules.keepsBody()) {
            incoming.body()
                    .onSuccess(
                            body -> {
                                proxied.setBody(Body.body(body));
                                connect();
                            })
                    .onFailure(gone -> watchdog.stop());
            incoming.resume();
        } else {
            if ("100-continue".equalsIgnoreCase(incoming.getHeader("Expect"))) {
                incoming.response().writeContinue();
            }
            upload = new MeteredStream(incoming, rules.largestBody(), watchdog::moved);
            proxied.setBody(Body.body(upload, Rules.declaredLength(incoming)));
            connect();
        }
    }

    private void connect() {
        var origin = origins.next(backend, tried);
        tried.add(origin);
        client.request(
                        new RequestOptions()
                                .setHost(origin.host())
                                .setPort(origin.port())
                                .setSsl(origin.isSecure())
                                .setMethod(proxied.getMethod())
                                .setURI(proxied.getURI()))
                .onSuccess(upstream -> send(upstream, origin))
                .onFailure(
                        refused -> {
                            origin.failed();
                            // Nothing was sent, so any request may be tried again.
                            tryAgainOr(Refusal.unavailable(backend.code()));
                        });
    }

    private void send(HttpClientRequest upstream, Origin origin) {
        watchdog.start(upstream::reset);
        upstream.exceptionHandler(told -> {}); // by the failure of what comes next
        proxied.send(upstream)
                .onSuccess(answer -> passBack(answer, origin))
                .onFailure(failure -> explain(origin));
    }

    private void explain(Origin origin) {
        watchdog.stop();
        if (request.response().closed()) {
            return; // the client went away, so there is nobody to tell
        }
        if (upload != null && upload.isTooLarge()) {
            refusals.send(request, Refusal.tooLarge(rules.largestBody()));
            return;
        }
        if (watchdog.hasBarked() && upload != null && upload.isWaitingForSource()) {
            // The client's own doing: the service must not be left out for it.
            refusals.send(request, Refusal.bodyStalled());
            return;
        }
        origin.failed();
        if (watchdog.hasBarked()) {
            refusals.send(request, Refusal.tooSlow(backend.code()));
        } else if (rules.repeatable()) {
            tryAgainOr(Refusal.brokenAnswer(backend.code()));
        } else {
            refusals.send(request, Refusal.brokenAnswer(backend.code()));
        }
    }

    private void tryAgainOr(Refusal refusal) {
        if (request.response().closed()) {
            return;
        }
        if (tried.size() >= TRIES) {
            refusals.send(request, refusal);
        } else {
            request.vertx().setTimer(BETWEEN_TRIES_MILLIS, later -> connect());
        }
    }

    private void passBack(ProxyResponse answer, Origin origin) {
        origin.answered();
        HeaderPolicy.response(answer.headers(), origin.address());
        var body = answer.getBody();
        if (body != null) {
            var download = new MeteredStream(body.stream(), Long.MAX_VALUE, watchdog::moved);
            download.onSourceFailure(this::hangUp);
            answer.setBody(Body.body(download, body.length()));
        }
        answer.send().onComplete(done -> watchdog.stop());
    }

    /**
     * A half answer can only be told from a whole one by breaking off. Closing the connection, and
     * not just resetting the answer, lets Quarkus see that the request is over; it would wait for
     * it when it shuts down.
     */
    private void hangUp() {
        watchdog.stop();
        request.request().connection().close();
    }
}
