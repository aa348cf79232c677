package io.jointly.catalog.imports;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.Kind;

/** Every way an import may be refused whatever its body holds; nothing of it is kept then. */
abstract sealed class ImportProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private ImportProblem(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    static final class TooSlow extends ImportProblem {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super(
                    Kind.INVALID,
                    "body-too-slow",
                    "The body came more slowly than 1 KiB a second. Nothing of it was imported. Send it in smaller parts, or from a faster connection.");
        }
    }

    static final class PreviewsBusy extends ImportProblem {
        private static final long serialVersionUID = 1L;

        PreviewsBusy() {
            super(
                    Kind.UNAVAILABLE,
                    "previews-busy",
                    "As many previews as this service takes at once are under way. Ask again after Retry-After.");
        }
    }

    static final class ImportsBusy extends ImportProblem {
        private static final long serialVersionUID = 1L;

        ImportsBusy() {
            super(
                    Kind.UNAVAILABLE,
                    "imports-busy",
                    "As many imports as this service takes at once are under way. Nothing of yours was imported; send it again after Retry-After.");
        }
    }
}
