package org.lingbao.asking.wire;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A calendar day, such as {@code 2026-09-01}, of this or the last century. */
@Constraint(validatedBy = Day.Validator.class)
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Day {
    String message() default "a day, such as 2026-09-01";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads it as it will be read later. */
    final class Validator implements ConstraintValidator<Day, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || KnownYears.have(() -> LocalDate.parse(value).getYear());
        }
    }
}
