package io.jointly.governance.reference;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The human code of reference data: lower-case letters, digits and hyphens, for instance {@code
 * hr}.
 */
@Pattern(regexp = Code.PATTERN)
@Size(max = 60)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface Code {
    String PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    String message() default
            "must be a code of lower-case letters, digits and single hyphens, at most 60 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
