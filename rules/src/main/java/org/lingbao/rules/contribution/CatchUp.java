package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;

/** How long a month of the running period may still be paid after it has ended (当期补缴). */
enum CatchUp {
    /** Not at all: the last day of the month is the last day to pay it. */
    NONE,
    CURRENT_QUARTER,
    CURRENT_YEAR;

    LocalDate payableUntil(YearMonth month) {
        return switch (this) {
            case NONE -> month.atEndOfMonth();
            case CURRENT_QUARTER -> month.plusMonths(monthsLeftInQuarter(month)).atEndOfMonth();
            case CURRENT_YEAR -> month.withMonth(12).atEndOfMonth();
        };
    }

    private static int monthsLeftInQuarter(YearMonth month) {
        return Math.floorMod(-month.getMonthValue(), Period.QUARTER.months());
    }
}
