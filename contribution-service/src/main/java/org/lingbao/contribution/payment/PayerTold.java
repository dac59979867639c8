package org.lingbao.contribution.payment;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.personal.PayerReference;

/**
 * A report names a payer only where another than the insured person paid, and by nothing by which that person could be known
 * elsewhere.
 */
@Constraint(validatedBy = PayerTold.Validator.class)
@Target(TYPE)
@Retention(RUNTIME)
@interface PayerTold {
    /** Replaced by what is wrong. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is wrong is said of the field, without what stands in it. Whether it has the form is checked there. */
    final class Validator implements ConstraintValidator<PayerTold, PaymentRequest> {
        @Override
        public boolean isValid(PaymentRequest request, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            var wrong = wrong(request);
            wrong.forEach(what -> context.buildConstraintViolationWithTemplate(what)
                    .addPropertyNode("payerReference")
                    .addConstraintViolation());
            return wrong.isEmpty();
        }

        private static List<String> wrong(PaymentRequest request) {
            var reference = request.payerReference();
            if (reference == null) {
                return List.of();
            }
            var wrong = new ArrayList<String>();
            if (!Payer.OTHER.name().equals(request.payer())) {
                wrong.add("only with payer OTHER");
            }
            if (PayerReference.mayTellWho(reference)) {
                wrong.add("no number of a document, telephone or card, nor what looks like one");
            }
            return wrong;
        }
    }
}
