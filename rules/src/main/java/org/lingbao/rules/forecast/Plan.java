package org.lingbao.rules.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.rules.value.Money;

/**
 * How a person means to pay on until retirement, the month of retirement included.
 *
 * @param from the first month to be paid
 * @param monthsAYear how many months of each year are paid, the first ones (0–12)
 * @throws IllegalArgumentException for other months a year
 */
public record Plan(Base base, YearMonth from, int monthsAYear, Retire retire) {
    static final int MONTHS_A_YEAR = 12;

    /** Every month of a year is paid. */
    public static final int WHOLE_YEAR = MONTHS_A_YEAR;

    public Plan {
        if (monthsAYear < 0 || monthsAYear > MONTHS_A_YEAR) {
            throw new IllegalArgumentException("not months of a year: " + monthsAYear);
        }
    }

    /** What the contributions are reckoned from. */
    public sealed interface Base {
        /** The same amount every year, within the limits as they move. */
        record Amount(Money monthly) implements Base {}

        /** A percentage of the reference wage (全口径平均工资), or the tier of that percentage where there are tiers; within the limits. */
        record Percent(int percent) implements Base {}
    }

    /** When the pension begins: the month after. */
    public sealed interface Retire {
        /** On reaching the statutory retirement age. */
        record AtStatutoryAge() implements Retire {}

        /** As early as flexible retirement (弹性提前退休) allows. */
        record AsEarlyAsPossible() implements Retire {}

        /** On a day between the earliest and the latest of flexible retirement. */
        record On(LocalDate day) implements Retire {}
    }
}
