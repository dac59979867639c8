package org.lingbao.rules.contribution;

import java.time.LocalDate;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Money;

/** What becomes of a month that was paid on last year's limits, now that its own year's are published (补差). */
public sealed interface TopUp {

    /** The month was paid on no less than its own limits ask for. */
    record Nothing() implements TopUp {}

    /** The month was paid on less, and stays as it was booked. */
    record Final(Money base) implements TopUp {}

    /**
     * The month is to be topped up.
     *
     * @param base on which it should have been paid
     * @param monthly what is missing for the month
     */
    record Owed(Money base, Money monthly) implements TopUp {}

    /** Whether this is owed is not confirmed: nobody is billed before an agency has answered. */
    record ToBeConfirmed(Money base, Money monthly) implements TopUp {}

    /**
     * A month as it was paid.
     *
     * @param choice of which the first month is meant
     * @param on the day on which it was assessed, before its own limits were known
     */
    record Paid(Choice choice, LocalDate on) {}

    /** Whether the place asks for it. */
    enum Required {
        YES,
        NO,
        UNCONFIRMED;

        static Required read(RuleValue value) {
            return switch (value.keys("retroTopUpRequired").entry("retroTopUpRequired")) {
                case "true" -> YES;
                case "false" -> NO;
                case "UNCONFIRMED" -> UNCONFIRMED;
                default -> throw new IllegalArgumentException("neither true nor false nor UNCONFIRMED");
            };
        }

        TopUp of(Money base, Money monthly, Money paidBase) {
            return switch (this) {
                case YES -> new Owed(base, monthly);
                case NO -> new Final(paidBase);
                case UNCONFIRMED -> new ToBeConfirmed(base, monthly);
            };
        }
    }
}
