package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.rules.data.RuleValue;

/** When a month may be paid. */
record PaymentWindow(CatchUp catchUp, int opensMonthsBefore) {

    /** How long a month of the running period may still be paid after it has ended. */
    enum CatchUp {
        /** Not at all: the last day of the month is the last day to pay it. */
        NONE,
        CURRENT_QUARTER,
        CURRENT_YEAR
    }

    static PaymentWindow read(RuleValue value) {
        var table = value.keys("catchUp", "opensMonthsBefore");
        return new PaymentWindow(
                CatchUp.valueOf(table.entry("catchUp")), Integer.parseInt(table.entry("opensMonthsBefore")));
    }

    LocalDate payableUntil(YearMonth month) {
        return switch (catchUp) {
            case NONE -> month.atEndOfMonth();
            case CURRENT_QUARTER -> month.plusMonths(monthsLeftInQuarter(month)).atEndOfMonth();
            case CURRENT_YEAR -> month.withMonth(12).atEndOfMonth();
        };
    }

    private static int monthsLeftInQuarter(YearMonth month) {
        return Math.floorMod(-month.getMonthValue(), Period.QUARTER.months());
    }

    boolean isOpen(YearMonth month, LocalDate on) {
        return !month.isAfter(YearMonth.from(on).plusMonths(opensMonthsBefore));
    }
}
