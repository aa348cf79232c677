package io.jointly.gateway.routing;

import io.jointly.gateway.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Chooses the address for the next request to a service: in turn, around those that fail. */
@ApplicationScoped
public class Origins {
    private final Map<Backend, List<Origin>> all = new EnumMap<>(Backend.class);
    private final AtomicInteger turn = new AtomicInteger();

    Origins(GatewayConfig config) {
        var ejection = config.ejection();
        Arrays.stream(Backend.values())
                .forEach(
                        backend ->
                                all.put(
                                        backend,
                                        backend.addresses(config).stream()
                                                .map(
                                                        address ->
                                                                new Origin(
                                                                        address,
                                                                        ejection.failures(),
                                                                        ejection.time()))
                                                .toList()));
    }

    public List<Origin> of(Backend backend) {
        return all.get(backend);
    }

    /**
     * An address not tried yet and not ejected, if there is one. When all are ejected any will do:
     * trying costs little, and it is how we learn that the service is back.
     */
    public Origin next(Backend backend, Collection<Origin> tried) {
        var inTurn = inTurn(of(backend));
        return first(inTurn, origin -> !tried.contains(origin) && !origin.isEjected())
                .or(() -> first(inTurn, origin -> !origin.isEjected()))
                .or(() -> first(inTurn, origin -> !tried.contains(origin)))
                .orElse(inTurn.get(0));
    }

    private static Optional<Origin> first(List<Origin> origins, Predicate<Origin> test) {
        return origins.stream().filter(test).findFirst();
    }

    private List<Origin> inTurn(List<Origin> origins) {
        if (origins.size() == 1) {
            return origins;
        }
        var start = Math.floorMod(turn.getAndIncrement(), origins.size());
        return IntStream.range(0, origins.size())
                .mapToObj(i -> origins.get((start + i) % origins.size()))
                .toList();
    }
}
