package io.jointly.catalog.flow;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.util.List;

/** Every way an import may be refused as a whole; nothing of it is kept then. */
abstract sealed class FlowProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private FlowProblem(Kind kind, String code, String detail, List<FieldError> errors) {
        super(kind, code, detail, errors);
    }

    static final class BrokenGzip extends FlowProblem {
        private static final long serialVersionUID = 1L;

        BrokenGzip(long line) {
            super(
                    Kind.INVALID,
                    "broken-gzip",
                    "The body says it is gzip, but cannot be unpacked (at line %d of its content). Nothing of it was imported. Pack it again and send it whole."
                            .formatted(line),
                    List.of(FieldError.parameter("Content-Encoding", "does not fit the body")));
        }
    }

    static final class UnknownEncoding extends FlowProblem {
        private static final long serialVersionUID = 1L;

        UnknownEncoding(String encoding) {
            super(
                    Kind.INVALID,
                    "unknown-content-encoding",
                    "The Content-Encoding '%s' is not understood here; send gzip, or nothing."
                            .formatted(encoding),
                    List.of(
                            FieldError.parameter(
                                    "Content-Encoding", "is neither gzip nor identity")));
        }
    }

    static final class CutOff extends FlowProblem {
        private static final long serialVersionUID = 1L;

        CutOff(long line) {
            super(
                    Kind.INVALID,
                    "body-cut-off",
                    "The body ended too early, after line %d. Nothing of it was imported. Send it again."
                            .formatted(line),
                    List.of());
        }
    }

    static final class Mapping extends FlowProblem {
        private static final long serialVersionUID = 1L;

        Mapping(String pointer, String detail) {
            super(
                    Kind.INVALID,
                    "mapping-does-not-fit",
                    "The mapping does not fit: %s %s."
                            .formatted(pointer.isEmpty() ? "it" : pointer, detail),
                    List.of(new FieldError(pointer.isEmpty() ? null : pointer, "mapping", detail)));
        }
    }

    static final class BrokenCsv extends FlowProblem {
        private static final long serialVersionUID = 1L;

        BrokenCsv(long line, String detail) {
            super(
                    Kind.INVALID,
                    "broken-csv",
                    "From line %d on the body is not CSV: %s. Nothing of it was imported."
                            .formatted(line, detail),
                    List.of());
        }
    }

    static final class BrokenXes extends FlowProblem {
        private static final long serialVersionUID = 1L;

        BrokenXes(String detail) {
            super(
                    Kind.INVALID,
                    "broken-xes",
                    "The body is not a XES log that can be taken: %s. Nothing of it was imported."
                            .formatted(detail),
                    List.of());
        }
    }

    static final class UnknownCharset extends FlowProblem {
        private static final long serialVersionUID = 1L;

        UnknownCharset(String name, String known) {
            super(
                    Kind.INVALID,
                    "unknown-charset",
                    "The character set '%s' is not understood here; known are %s."
                            .formatted(name, known),
                    List.of(FieldError.parameter("Content-Type", "names an unknown charset")));
        }
    }

    static final class NothingMatched extends FlowProblem {
        private static final long serialVersionUID = 1L;

        /**
         * @param why the reasons and how often each
         * @param columns what there is to map, worded
         */
        NothingMatched(long read, String why, String columns) {
            super(
                    Kind.INVALID,
                    "mapping-matches-nothing",
                    "None of the %d events read could be taken, so nothing was imported: %s. There are %s."
                            .formatted(read, why, columns),
                    List.of(FieldError.parameter("mapping", "matches nothing of the body")));
        }
    }

    static final class TooSlow extends FlowProblem {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super(
                    Kind.INVALID,
                    "body-too-slow",
                    "The body came more slowly than 1 KiB a second. Nothing of it was imported. Send it in smaller parts, or from a faster connection.",
                    List.of());
        }
    }

    static final class ImportsBusy extends FlowProblem {
        private static final long serialVersionUID = 1L;

        ImportsBusy() {
            super(
                    Kind.UNAVAILABLE,
                    "imports-busy",
                    "As many imports as this service takes at once are under way. Nothing of yours was imported; send it again after Retry-After.",
                    List.of());
        }
    }
}
