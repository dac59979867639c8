package org.lingbao.rules.transfer;

import java.time.Year;
import org.lingbao.rules.value.Money;

/**
 * What was paid in a year on one base, for the pooled part of a transfer.
 *
 * @param monthlyBase the actual monthly base (月缴费基数)
 * @param months months paid, 0–12
 * @throws IllegalArgumentException for other months, or a negative base
 */
public record YearRow(Year year, Money monthlyBase, int months) {
    private static final int MONTHS_A_YEAR = 12;

    public YearRow {
        if (months < 0 || months > MONTHS_A_YEAR || monthlyBase.isNegative()) {
            throw new IllegalArgumentException("no year: " + months + " months of " + monthlyBase + " in " + year);
        }
    }
}
