package io.jointly.gateway.session;

import io.quarkus.oidc.OIDCException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * Tells "the identity provider says no" from "it cannot be asked".
 *
 * <p>Everything else counts as a no, also what Quarkus did not foresee, such as cookies that no
 * gateway ever wrote.
 */
final class ProviderAway {
    private ProviderAway() {}

    static boolean isBehind(Throwable failure) {
        if (failure instanceof OIDCException) {
            return true; // never reached it since we started
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
