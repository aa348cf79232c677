package io.jointly.gateway.report;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * A part of a report, or the reason why it is missing.
 *
 * @param code the kind of that reason, for programs
 * @param refusal the service's own refusal, when the request itself is at fault
 */
record Part<T>(String name, T value, String code, String reason, WebApplicationException refusal) {
    static <T> Uni<Part<T>> of(String name, Uni<T> call) {
        return call.map(value -> new Part<>(name, value, null, null, null))
                .onFailure()
                .recoverWithItem(failure -> missing(name, failure));
    }

    Optional<FlowAndHandoffs.Missing> missing() {
        return reason == null
                ? Optional.empty()
                : Optional.of(new FlowAndHandoffs.Missing(name, code, reason));
    }

    private static <T> Part<T> missing(String name, Throwable failure) {
        if (failure instanceof WebApplicationException answered) {
            var status = answered.getResponse().getStatus();
            return new Part<>(
                    name,
                    null,
                    "refused",
                    "The catalog service answered with status %d.".formatted(status),
                    status < 500 ? answered : null);
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CircuitBreakerOpenException) {
                return without(
                        name,
                        "left-alone",
                        "The catalog service has been failing; it is left alone for a moment.");
            }
            if (cause instanceof TimeoutException
                    || cause
                            instanceof
                            org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
                return without(
                        name, "no-answer-in-time", "The catalog service did not answer in time.");
            }
        }
        return without(name, "unreachable", "The catalog service cannot be reached just now.");
    }

    private static <T> Part<T> without(String name, String code, String reason) {
        return new Part<>(name, null, code, reason, null);
    }
}
