package io.jointly.okr.neighbour;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** governance, asked with the same care as {@link Catalog}. */
@ApplicationScoped
class Governance {
    private final RecordsApi forCaller;
    private final RecordsApi forService;

    Governance(
            @RestClient GovernanceForCaller forCaller,
            @RestClient GovernanceForService forService) {
        this.forCaller = forCaller;
        this.forService = forService;
    }

    // One at a time, and whoever comes meanwhile tries again: a link not verified now is verified
    // later.
    @Bulkhead(1)
    @CircuitBreaker(
            requestVolumeThreshold = 6,
            failOn = Unreachable.class,
            delay = 3,
            delayUnit = ChronoUnit.SECONDS)
    @Retry(
            maxRetries = 1,
            delay = 50,
            retryOn = {Unreachable.class, BulkheadException.class})
    boolean knows(Asker asker, String collection, String reference) {
        var api = asker == Asker.CALLER ? forCaller : forService;
        return Answers.orMissing(() -> api.find(collection, reference)).isPresent();
    }
}
