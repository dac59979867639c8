package org.lingbao.rules.employment;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.rules.data.RuleValue;

/** Whose the months at the edges of an employment are. */
record MonthLaw(Side hiring, Side leaving, Paid paid) {

    /** Who pays. */
    enum Side {
        EMPLOYER,
        PERSON
    }

    /** What becomes of a month that the person has paid. */
    enum Paid {
        STANDS,
        YIELDS
    }

    static MonthLaw read(RuleValue value) {
        var table = value.keys("hiring", "leaving", "paid");
        return new MonthLaw(
                Side.valueOf(table.entry("hiring")),
                Side.valueOf(table.entry("leaving")),
                Paid.valueOf(table.entry("paid")));
    }

    YearMonth first(LocalDate startsOn) {
        var month = YearMonth.from(startsOn);
        return hiring == Side.EMPLOYER ? month : month.plusMonths(1);
    }

    YearMonth last(LocalDate endedOn) {
        var month = YearMonth.from(endedOn);
        return leaving == Side.EMPLOYER ? month : month.minusMonths(1);
    }
}
