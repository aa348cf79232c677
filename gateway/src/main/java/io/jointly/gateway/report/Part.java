package io.jointly.gateway.report;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * A part of a report, or the reason why it is missing.
 *
 * @param refusal the service's own refusal, when the request itself is at fault
 */
record Part<T>(String name, T value, String reason, WebApplicationException refusal) {
    static <T> Uni<Part<T>> of(String name, Uni<T> call) {
        return call.map(value -> new Part<>(name, value, null, null))
                .onFailure()
                .recoverWithItem(failure -> missing(name, failure));
    }

    Optional<FlowAndHandoffs.Missing> missing() {
        return reason == null
                ? Optional.empty()
                : Optional.of(new FlowAndHandoffs.Missing(name, reason));
    }

    private static <T> Part<T> missing(String name, Throwable failure) {
        if (failure instanceof WebApplicationException answered) {
            var status = answered.getResponse().getStatus();
            return new Part<>(
                    name,
                    null,
                    "The catalog service answered with status %d.".formatted(status),
                    status < 500 ? answered : null);
        }
        return new Part<>(name, null, reason(failure), null);
    }

    private static String reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CircuitBreakerOpenException) {
                return "The catalog service has been failing; it is left alone for a moment.";
            }
            if (cause instanceof TimeoutException
                    || cause
                            instanceof
                            org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
                return "The catalog service did not answer in time.";
            }
        }
        return "The catalog service cannot be reached just now.";
    }
}
