package io.jointly.gateway.report;

import io.jointly.gateway.GatewayConfig;
import io.jointly.gateway.routing.Backend;
import io.jointly.gateway.routing.Origin;
import io.jointly.gateway.routing.Origins;
import io.jointly.kit.http.Trace;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Asks the catalog service, with the caller's token: in time, once more if need be, or not at all.
 */
@ApplicationScoped
class Catalog {
    private final Origins origins;
    private final Map<Origin, CatalogApi> clients;

    Catalog(Origins origins, GatewayConfig config) {
        this.origins = origins;
        clients =
                origins.of(Backend.CATALOG).stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), origin -> client(origin, config)));
    }

    // Only reads are asked for here, so asking again is harmless. A refusal is an answer.
    @Retry(maxRetries = 1, delay = 50, abortOn = WebApplicationException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.75,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = WebApplicationException.class)
    <T> Uni<T> ask(String accessToken, Question<T> question) {
        var origin = origins.next(Backend.CATALOG, List.of());
        return question.ask(clients.get(origin), "Bearer " + accessToken, Trace.current())
                .onItem()
                .invoke(origin::answered)
                .onFailure(ProcessingException.class)
                .invoke(origin::failed);
    }

    private static CatalogApi client(Origin origin, GatewayConfig config) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(origin.address())
                .connectTimeout(config.timeouts().connect().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.timeouts().reportPart().toMillis(), TimeUnit.MILLISECONDS)
                .build(CatalogApi.class);
    }

    /** One call of the catalog's API. */
    interface Question<T> {
        Uni<T> ask(CatalogApi catalog, String authorization, String trace);
    }
}
