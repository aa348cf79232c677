package io.jointly.catalog.eventlog;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.util.List;

/** Every way a body of events may be refused as a whole; nothing of it is kept then. */
public abstract sealed class BodyProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private BodyProblem(Kind kind, String code, String detail, List<FieldError> errors) {
        super(kind, code, detail, errors);
    }

    /** The body calls itself gzip and is not, or not whole. */
    public static final class BrokenGzip extends BodyProblem {
        private static final long serialVersionUID = 1L;

        /**
         * @param line the last line that could be read of what is packed; 0 for none
         */
        public BrokenGzip(long line) {
            super(
                    Kind.INVALID,
                    "broken-gzip",
                    "The body says it is gzip, but cannot be unpacked (at line %d of its content). Nothing of it was imported. Pack it again and send it whole."
                            .formatted(line),
                    List.of(FieldError.parameter("Content-Encoding", "does not fit the body")));
        }
    }

    /** Packed in a way that is not understood. */
    public static final class UnknownEncoding extends BodyProblem {
        private static final long serialVersionUID = 1L;

        /**
         * @param encoding as the Content-Encoding says
         */
        public UnknownEncoding(String encoding) {
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

    /** The sender stopped before the end. */
    public static final class CutOff extends BodyProblem {
        private static final long serialVersionUID = 1L;

        /**
         * @param line the last line that came; 0 for none
         */
        public CutOff(long line) {
            super(
                    Kind.INVALID,
                    "body-cut-off",
                    "The body ended too early, after line %d. Nothing of it was imported. Send it again."
                            .formatted(line),
                    List.of());
        }
    }

    /** A mapping that no body could be read by, or not this one. */
    public static final class Mapping extends BodyProblem {
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

    static final class BrokenCsv extends BodyProblem {
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

    static final class BrokenXes extends BodyProblem {
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

    static final class UnknownCharset extends BodyProblem {
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

    static final class NothingMatched extends BodyProblem {
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
}
