package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
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
     * @param missing for the month
     * @param payableUntil the last day on which it may be paid, when it is asked for on the day of asking
     */
    record Owed(Money base, Monthly missing, LocalDate payableUntil) implements TopUp {}

    /** Whether this is owed is not confirmed: nobody is billed before an agency has answered. */
    record ToBeConfirmed(Money base, Monthly missing) implements TopUp {}

    /**
     * The month was paid on more than its own limits or its tier allow. No rule is known that gives it back: somebody decides.
     *
     * @param base on which it should have been paid
     * @param tooMuch for the month
     */
    record Excess(Money base, Monthly tooMuch) implements TopUp {}

    /**
     * A month as it was paid.
     *
     * @param choice of which the first month is meant
     * @param on the day on which it was assessed, before its own limits were known
     */
    record Paid(Choice choice, LocalDate on) {}

    /** Whether the place asks for it. */
    enum Asked {
        YES,
        NO,
        UNCONFIRMED
    }

    /**
     * Whether the place asks for it, and for how long.
     *
     * @param payableMonths until the end of which month after the one in which it is asked for it may be paid; 0 where it is
     *     not asked for
     */
    record Required(Asked asked, int payableMonths) {
        private static final String REQUIRED = "retroTopUpRequired";
        private static final String PAYABLE = "payableMonthsAfter";

        static Required read(RuleValue value) {
            if (value.entry(REQUIRED).equals("true")) {
                var table = value.keys(REQUIRED, PAYABLE);
                return new Required(Asked.YES, Integer.parseInt(table.entry(PAYABLE)));
            }
            var asked = switch (value.keys(REQUIRED).entry(REQUIRED)) {
                case "false" -> Asked.NO;
                case "UNCONFIRMED" -> Asked.UNCONFIRMED;
                default -> throw new IllegalArgumentException("neither true nor false nor UNCONFIRMED");
            };
            return new Required(asked, 0);
        }

        TopUp of(Money base, Monthly missing, Money paidBase, LocalDate on) {
            return switch (asked) {
                case YES ->
                    new Owed(
                            base,
                            missing,
                            YearMonth.from(on).plusMonths(payableMonths).atEndOfMonth());
                case NO -> new Final(paidBase);
                case UNCONFIRMED -> new ToBeConfirmed(base, missing);
            };
        }
    }
}
