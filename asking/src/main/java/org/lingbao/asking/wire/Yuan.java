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

/** An amount in yuan: more than nothing, exactly two decimals, below ten thousand million. */
@Pattern(regexp = "(?!0\\.00$)(0|[1-9][0-9]{0,9})\\.[0-9]{2}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Yuan {
    String message() default "an amount in yuan above zero, with two decimals, such as 914.60";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
