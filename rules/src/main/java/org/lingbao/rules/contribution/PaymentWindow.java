package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.rules.data.RuleValue;

/** From when a month may be paid. */
record PaymentWindow(int opensMonthsBefore) {
    static PaymentWindow read(RuleValue value) {
        return new PaymentWindow(
                Integer.parseInt(value.keys("opensMonthsBefore").entry("opensMonthsBefore")));
    }

    boolean isOpen(YearMonth month, LocalDate on) {
        return !month.isAfter(YearMonth.from(on).plusMonths(opensMonthsBefore));
    }
}
