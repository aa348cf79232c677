package io.jointly.governance.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The records of okr-service. Reading is safe to repeat, so it is tried twice; a service that keeps
 * failing is left alone for a while. Few may wait for it at once, as with {@link CatalogRecords}.
 */
@ApplicationScoped
public class OkrRecords {
    private final OkrForCaller forCaller;
    private final OkrForJobs forJobs;

    OkrRecords(@RestClient OkrForCaller forCaller, @RestClient OkrForJobs forJobs) {
        this.forCaller = forCaller;
        this.forJobs = forJobs;
    }

    /** The record, or nothing when there is none; fails when the service does not answer. */
    @Bulkhead(2)
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
