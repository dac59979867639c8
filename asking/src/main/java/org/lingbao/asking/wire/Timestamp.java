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
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A point in time with its offset, such as {@code 2026-09-01T10:15:00+08:00}, of this or the last century. */
@Constraint(validatedBy = Timestamp.Validator.class)
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
public @interface Timestamp {
    String message() default "a point in time with its offset, such as 2026-09-01T10:15:00+08:00";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads it as it will be read later. */
    final class Validator implements ConstraintValidator<Timestamp, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null
                    || KnownYears.have(() -> OffsetDateTime.parse(value).getYear());
        }
    }
}
