package io.jointly.catalog.imports;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Every way a source of events may refuse. */
abstract sealed class SourceProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private SourceProblem(String code, String detail) {
        super(Kind.CONFLICT, code, detail);
    }

    static final class Paused extends SourceProblem {
        private static final long serialVersionUID = 1L;

        Paused(String name, String by, Instant at, String reason) {
            super(
                    "source-paused",
                    "The source '%s' was paused by %s at %s%s. Nothing is taken from it until it is resumed."
                            .formatted(
                                    name,
                                    by,
                                    at.truncatedTo(ChronoUnit.SECONDS),
                                    reason == null ? "" : " (" + reason + ")"));
        }
    }

    static final class NotPaused extends SourceProblem {
        private static final long serialVersionUID = 1L;

        NotPaused(String name) {
            super("source-not-paused", "The source '%s' is not paused.".formatted(name));
        }
    }

    static final class Closed extends SourceProblem {
        private static final long serialVersionUID = 1L;

        Closed(String name, String by, Instant at) {
            super(
                    "source-closed",
                    "The source '%s' was closed by %s at %s. Describe it anew (PUT) to open it again."
                            .formatted(name, by, at.truncatedTo(ChronoUnit.SECONDS)));
        }
    }
}
