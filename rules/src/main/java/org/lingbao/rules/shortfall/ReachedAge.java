package org.lingbao.rules.shortfall;

import java.time.YearMonth;

/**
 * What a person has at the statutory retirement age, or in the extension after it.
 *
 * @param paidMonths contribution months (缴费年限), deemed ones and the extension included
 * @param reachesAgeIn the month in which the age is reached; its year decides the minimum
 * @param firstInsured the month of first insurance in the employee scheme
 * @param extendedMonths how long the person has paid after reaching the age (延长缴费)
 * @throws IllegalArgumentException for negative months
 */
public record ReachedAge(int paidMonths, YearMonth reachesAgeIn, YearMonth firstInsured, int extendedMonths) {
    public ReachedAge {
        if (paidMonths < 0 || extendedMonths < 0) {
            throw new IllegalArgumentException("negative months");
        }
    }
}
