package io.jointly.kit.problem;

import java.util.List;

/** A refusal in the domain's own words; {@link ProblemMappers} turns it into a problem document. */
public abstract class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors;

    protected DomainException(Kind kind, String code, String detail) {
        this(kind, code, detail, List.of());
    }

    protected DomainException(Kind kind, String code, String detail, List<FieldError> errors) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.errors = errors;
    }

    public Kind kind() {
        return kind;
    }

    /** Stable name of the refusal, and of its page in {@code docs/problems}. */
    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
