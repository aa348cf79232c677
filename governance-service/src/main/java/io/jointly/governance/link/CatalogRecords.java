package io.jointly.governance.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The records of catalog-service. Reading is safe to repeat, so it is tried twice; a service that
 * keeps failing is left alone for a while. Whoever asks may hold a database connection meanwhile:
 * no more may wait for all other services together than our pool has connections, so that a slow
 * one cannot starve requests that need none of them.
 */
@ApplicationScoped
public class CatalogRecords {
    private final CatalogForCaller forCaller;
    private final CatalogForJobs forJobs;

    CatalogRecords(@RestClient CatalogForCaller forCaller, @RestClient CatalogForJobs forJobs) {
        this.forCaller = forCaller;
        this.forJobs = forJobs;
    }

    /** The record, or nothing when there is none; fails when the service does not answer. */
    @Bulkhead(3)
    @Retry(maxRetries = 1, delay = 50, jitter = 50)
    @CircuitBreaker(
            requestVolumeThreshold = 8,
            failureRatio = 0.5,
            delay = 3000,
            skipOn = BulkheadException.class)
    public Optional<FoundRecord> find(String records, String reference, Asking as) {
        var client = as == Asking.CALLER ? forCaller : forJobs;
        return Neighbour.read(() -> client.find(records, reference));
    }
}
