package io.jointly.kit.problem;

import java.util.List;

/** The refusals that every feature shares. */
public final class StandardProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private StandardProblem(Kind kind, String code, String detail, List<FieldError> errors) {
        super(kind, code, detail, errors);
    }

    public static StandardProblem notFound(String what, String reference) {
        return new StandardProblem(
                Kind.NOT_FOUND,
                "not-found",
                "There is no %s '%s'.".formatted(what, reference),
                List.of());
    }

    /**
     * @param who the people who could, for instance "a head of 'hr'"
     */
    public static StandardProblem forbidden(String who) {
        return new StandardProblem(
                Kind.FORBIDDEN, "not-allowed", "Only %s may do this.".formatted(who), List.of());
    }

    /**
     * @param others whom only their own heads could take out
     */
    public static StandardProblem speaksForOthers(String pointer, List<String> others) {
        var names = String.join(", ", others);
        return new StandardProblem(
                Kind.FORBIDDEN,
                "speaks-for-others",
                "Only a head of each who leaves may take it out, and you do not head %s."
                        .formatted(names),
                List.of(FieldError.at(pointer, "leaves out " + names)));
    }

    public static StandardProblem invalidParameter(String name, String detail) {
        return new StandardProblem(
                Kind.INVALID,
                "invalid-request",
                "The parameter '%s' %s.".formatted(name, detail),
                List.of(FieldError.parameter(name, detail)));
    }

    public static StandardProblem invalid(String pointer, String detail) {
        return invalid(List.of(FieldError.at(pointer, detail)));
    }

    public static StandardProblem invalid(List<FieldError> errors) {
        var first = errors.get(0);
        var where = first.pointer() == null ? first.parameter() : first.pointer();
        return new StandardProblem(
                Kind.INVALID,
                "invalid-request",
                "The request has %s; the first: %s %s."
                        .formatted(
                                errors.size() == 1 ? "an error" : errors.size() + " errors",
                                where,
                                first.detail()),
                errors);
    }

    public static StandardProblem exists(String what, String reference) {
        return new StandardProblem(
                Kind.CONFLICT,
                "already-exists",
                "There is already a %s '%s'.".formatted(what, reference),
                List.of());
    }

    public static StandardProblem stale(String current) {
        return new StandardProblem(
                Kind.STALE,
                "stale",
                "The record was changed since you read it; it is now at %s. Read it again, then repeat the change."
                        .formatted(current),
                List.of(FieldError.parameter("If-Match", "is not the current version")));
    }

    public static StandardProblem preconditionRequired() {
        return new StandardProblem(
                Kind.PRECONDITION_REQUIRED,
                "precondition-required",
                "Send If-Match with the ETag of the record as you read it, so that nobody's change is overwritten unseen.",
                List.of(FieldError.parameter("If-Match", "is missing")));
    }

    public static StandardProblem conflict(String code, String detail) {
        return new StandardProblem(Kind.CONFLICT, code, detail, List.of());
    }

    public static StandardProblem ruleViolated(String code, String detail) {
        return new StandardProblem(Kind.RULE_VIOLATED, code, detail, List.of());
    }

    public static StandardProblem ruleViolated(String code, String detail, FieldError error) {
        return new StandardProblem(Kind.RULE_VIOLATED, code, detail, List.of(error));
    }

    public static StandardProblem tooLarge(String detail) {
        return new StandardProblem(Kind.TOO_LARGE, "too-large", detail, List.of());
    }

    public static StandardProblem unavailable(String detail) {
        return new StandardProblem(Kind.UNAVAILABLE, "unavailable", detail, List.of());
    }
}
