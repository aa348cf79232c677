package io.jointly.governance.link;

import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** Reads what another service answered, whether it did or not. */
final class Neighbour {
    private static final Logger LOG = Logger.getLogger(Neighbour.class);

    private Neighbour() {}

    /** The record, or nothing when the owner says that there is none. */
    static Optional<FoundRecord> read(Supplier<FoundRecord> call) {
        try {
            return Optional.of(call.get());
        } catch (WebApplicationException e) {
            var status = e.getResponse().getStatus();
            if (status == 404 || status == 400) {
                return Optional.empty();
            }
            // A refusal to us says nothing about the record: the same to us as no answer.
            throw new ServerErrorException("Answered " + status, 503, e);
        }
    }

    static Existence existence(Supplier<Optional<FoundRecord>> call) {
        try {
            return call.get().isPresent() ? Existence.EXISTS : Existence.MISSING;
        } catch (CircuitBreakerOpenException e) {
            return Existence.UNKNOWN;
        } catch (RuntimeException e) {
            LOG.infof("A neighbour does not answer: %s", e.getMessage());
            return Existence.UNKNOWN;
        }
    }
}
