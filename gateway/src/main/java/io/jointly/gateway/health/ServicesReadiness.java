package io.jointly.gateway.health;

import io.jointly.gateway.routing.Backend;
import io.jointly.gateway.routing.Origin;
import io.jointly.gateway.routing.Origins;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while at least one service is: with some of them down the rest of the portal works, and
 * taking the gateway out of turn as well would take that away. The answer names who is down.
 */
@Readiness
@ApplicationScoped
class ServicesReadiness implements AsyncHealthCheck {
    private static final int PATIENCE_MILLIS = 1_000;

    private final Origins origins;
    private final HttpClient client;

    ServicesReadiness(Origins origins, Vertx vertx) {
        this.origins = origins;
        this.client =
                vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var asked = new EnumMap<Backend, Future<Boolean>>(Backend.class);
        Arrays.stream(Backend.values()).forEach(b -> asked.put(b, isReady(b)));
        return Uni.createFrom()
                .completionStage(() -> Future.join(List.copyOf(asked.values())).toCompletionStage())
                .map(all -> response(asked));
    }

    private static HealthCheckResponse response(Map<Backend, Future<Boolean>> asked) {
        var ready = asked.values().stream().filter(Future::result).count();
        var response = HealthCheckResponse.named("services").status(ready > 0);
        asked.forEach((b, answer) -> response.withData(b.code(), answer.result() ? "up" : "down"));
        return response.withData(
                        "state", ready == asked.size() ? "whole" : ready > 0 ? "degraded" : "down")
                .build();
    }

    private Future<Boolean> isReady(Backend backend) {
        var answers = origins.of(backend).stream().map(this::isReady).toList();
        return Future.join(answers)
                .map(all -> answers.stream().anyMatch(answer -> answer.result()));
    }

    private Future<Boolean> isReady(Origin origin) {
        return client.request(
                        new RequestOptions()
                                .setMethod(HttpMethod.GET)
                                .setAbsoluteURI(origin.address() + "/q/health/ready")
                                .setTimeout(PATIENCE_MILLIS))
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(answer.statusCode() == 200))
                .otherwise(false);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
