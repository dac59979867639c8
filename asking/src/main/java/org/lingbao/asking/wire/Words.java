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

/** A name or title: something to read, on one line; blanks alone are nothing, the ideographic one (U+3000) included. */
@Pattern(regexp = "\\P{Cc}*[\\P{Cc}&&\\P{Z}]\\P{Cc}*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Words {
    String message() default "something to read, on one line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
