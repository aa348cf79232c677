package io.jointly.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.jointly.gateway.GatewayConfig;
import io.jointly.gateway.edge.Refusal;
import io.jointly.gateway.edge.Refusals;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Counts requests per caller, and refused ones per network address.
 *
 * <p>Each replica counts for itself: the limit keeps one caller from starving the others, it is no
 * accounting.
 */
@ApplicationScoped
public class RateLimits {
    private final Refusals refusals;
    private final boolean enabled;
    private final long requests;
    private final String policy;
    private final Duration per;
    private final Cache<String, Bucket> callers;
    private final Cache<String, Bucket> strangers;

    RateLimits(Refusals refusals, GatewayConfig config) {
        this.refusals = refusals;
        var limit = config.rateLimit();
        enabled = limit.enabled();
        requests = limit.requests();
        per = limit.per();
        policy = "\"caller\";q=%d;w=%d".formatted(requests, per.toSeconds());
        callers = buckets();
        strangers = buckets();
    }

    /** Takes one request from the caller's allowance; without any left the request is refused. */
    public boolean admits(RoutingContext request, String caller) {
        if (!enabled) {
            return true;
        }
        var probe = callers.get(caller, fresh -> newBucket()).tryConsumeAndReturnRemaining(1);
        describe(request, probe);
        return probe.isConsumed() || refuse(request, probe);
    }

    /**
     * Takes one request from the allowance of the network address, for whoever is not signed in.
     *
     * <p>Only requests that would be refused anyway are counted here, so that one noisy machine
     * cannot shut out the people who share its address.
     */
    public boolean admitsStranger(RoutingContext request) {
        if (!enabled) {
            return true;
        }
        var address = request.request().remoteAddress().hostAddress();
        var probe = strangers.get(address, fresh -> newBucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() || refuse(request, probe);
    }

    private boolean refuse(RoutingContext request, ConsumptionProbe probe) {
        refusals.send(request, Refusal.tooMany(seconds(probe.getNanosToWaitForRefill())));
        return false;
    }

    private void describe(RoutingContext request, ConsumptionProbe probe) {
        request.response()
                .putHeader("RateLimit-Policy", policy)
                .putHeader(
                        "RateLimit",
                        "\"caller\";r=%d;t=%d"
                                .formatted(
                                        probe.getRemainingTokens(),
                                        seconds(probe.getNanosToWaitForReset())));
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, per))
                .build();
    }

    private Cache<String, Bucket> buckets() {
        // A bucket that nobody touched for a whole period is full again, so forgetting it is right.
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterAccess(per.plusSeconds(1))
                .build();
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
