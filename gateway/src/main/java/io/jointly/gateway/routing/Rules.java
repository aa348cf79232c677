package io.jointly.gateway.routing;

import io.jointly.gateway.GatewayConfig;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What holds for one request on its way to a service.
 *
 * @param largestBody in bytes
 * @param patience how long the service may be silent
 * @param repeatable whether sending it twice does no more than sending it once
 * @param keepsBody whether its body is small and wanted again when it is repeated
 */
record Rules(long largestBody, Duration patience, boolean repeatable, boolean keepsBody) {
    private static final Pattern IMPORT =
            Pattern.compile("/api/catalog/v1/value-streams/[^/]+/events");

    static Rules of(HttpServerRequest request, GatewayConfig config) {
        if (request.method() == HttpMethod.POST && IMPORT.matcher(request.path()).matches()) {
            return new Rules(Long.MAX_VALUE, config.timeouts().importAnswer(), false, false);
        }
        var keyed =
                request.method() == HttpMethod.POST && request.getHeader("Idempotency-Key") != null;
        var length = declaredLength(request);
        var small = length >= 0 && length <= config.bodies().repeatable();
        return new Rules(
                config.bodies().largest(),
                config.timeouts().answer(),
                (isRead(request.method()) && !hasBody(request)) || (keyed && small),
                keyed && small);
    }

    static boolean hasBody(HttpServerRequest request) {
        return declaredLength(request) > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** As the client says; -1 when it does not say. */
    static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean isRead(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }
}
