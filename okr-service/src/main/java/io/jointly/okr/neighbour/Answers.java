package io.jointly.okr.neighbour;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a neighbour's answer: there, not there, or no answer to speak of. */
final class Answers {
    private Answers() {}

    static <T> Optional<T> orMissing(Supplier<T> question) {
        try {
            return Optional.ofNullable(question.get());
        } catch (WebApplicationException e) {
            // 400 is how a neighbour refuses a reference that cannot name anything of its own.
            var status = e.getResponse().getStatus();
            if (status == 404 || status == 400) {
                return Optional.empty();
            }
            throw new Unreachable(e);
        } catch (RuntimeException e) {
            // No connection, no answer in time, or nobody to sign us in for the question.
            throw new Unreachable(e);
        }
    }
}
