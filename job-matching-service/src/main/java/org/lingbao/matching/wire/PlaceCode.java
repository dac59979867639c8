package org.lingbao.matching.wire;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The GB/T 2260 code of a place. */
@Pattern(regexp = "[0-9]{6}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(FIELD)
@Retention(RUNTIME)
public @interface PlaceCode {
    String message() default "a six-digit code of GB/T 2260, such as 370702";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
