package org.lingbao.asking.wire;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A calendar month, such as {@code 2026-09}. */
@Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Month {
    String message() default "a month, such as 2026-09";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
