package org.lingbao.matching.wire;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that others will read: something, not too long, and without a number by which somebody could be called or known.
 * People reach each other through the platform, where both are protected.
 */
@Constraint(validatedBy = PlainText.Validator.class)
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface PlainText {
    /** The most characters. */
    int max();

    String message() default "a text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts digits however they are written and whatever stands between them. */
    final class Validator implements ConstraintValidator<PlainText, String> {
        /** As many as the shortest telephone number. */
        private static final int TOO_MANY_DIGITS = 7;

        private static final String BETWEEN_DIGITS = " \t-‐‑–—_.·,，、()（）/+*";

        private static final Pattern DAY_OR_TIME =
                Pattern.compile("(?<![0-9])(20[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[:：][0-9]{2})(?![0-9])");

        /** A code of the classification of occupations (职业分类大典), such as 4-10-01-06. */
        private static final Pattern OCCUPATION = Pattern.compile("[1-8]-[0-9]{2}-[0-9]{2}-[0-9]{2}");

        private int max;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            if (value.isBlank() || value.length() > max || value.chars().anyMatch(Character::isISOControl)) {
                return says(context, "a text of 1 to " + max + " characters");
            }
            return OCCUPATION.matcher(value).matches()
                    || !hasNumber(value)
                    || says(
                            context,
                            "no telephone, card or identity number: people reach each other through the platform");
        }

        private static boolean says(ConstraintValidatorContext context, String what) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(what).addConstraintViolation();
            return false;
        }

        private static boolean hasNumber(String text) {
            var digits = 0;
            for (var sign :
                    DAY_OR_TIME.matcher(text).replaceAll("日").codePoints().toArray()) {
                if (Character.isDigit(sign)) {
                    digits++;
                } else if (BETWEEN_DIGITS.indexOf(sign) < 0) {
                    digits = 0;
                }
                if (digits >= TOO_MANY_DIGITS) {
                    return true;
                }
            }
            return false;
        }
    }
}
