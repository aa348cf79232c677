package io.jointly.okr.neighbour;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * catalog, asked with care: reads only, so a lost answer may be asked for again; a breaker, so that
 * a catalog that is down costs its callers nothing; and bulkheads that together with those of other
 * neighbours are smaller than our pool of database connections, so that slow neighbours cannot
 * starve everything else.
 */
@ApplicationScoped
public class Catalog {
    private final CatalogApi forCaller;
    private final CatalogApi forService;

    Catalog(@RestClient CatalogForCaller forCaller, @RestClient CatalogForService forService) {
        this.forCaller = forCaller;
        this.forService = forService;
    }

    /** Empty when catalog knows no such stream or measure. */
    @Bulkhead(2)
    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failOn = Unreachable.class,
            delay = 3,
            delayUnit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50, retryOn = Unreachable.class)
    public Optional<Measure> measure(Asker asker, String stream, String measure) {
        return Answers.orMissing(() -> as(asker).measure(stream, measure));
    }

    @Bulkhead(2)
    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failOn = Unreachable.class,
            delay = 3,
            delayUnit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50, retryOn = Unreachable.class)
    boolean knows(Asker asker, String collection, String reference) {
        return Answers.orMissing(() -> as(asker).find(collection, reference)).isPresent();
    }

    private CatalogApi as(Asker asker) {
        return asker == Asker.CALLER ? forCaller : forService;
    }
}
