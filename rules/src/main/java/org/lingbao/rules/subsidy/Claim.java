package org.lingbao.rules.subsidy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.rules.value.Money;

/**
 * A claim for the subsidy of one month that is paid (先缴后补). Two subsidies for one month are for the caller to refuse.
 *
 * @param month the month that was paid
 * @param paid what the person paid for it, pension and medical
 * @param firstGranted the month for which the subsidy was first granted; this month where it never was
 * @param grantedMonths for how many months it was granted before
 * @param retiresOn the day of the statutory retirement age
 * @throws IllegalArgumentException for negative months or payment, or a first grant after the month
 */
public record Claim(
        Claimants claimants,
        YearMonth month,
        Money paid,
        YearMonth firstGranted,
        int grantedMonths,
        LocalDate retiresOn) {
    public Claim {
        if (grantedMonths < 0 || paid.isNegative() || firstGranted.isAfter(month)) {
            throw new IllegalArgumentException(
                    "no claim: " + grantedMonths + " months granted since " + firstGranted + ", paid " + paid);
        }
    }

    /** Kept out of logs: only what is no personal detail. */
    @Override
    public String toString() {
        return "Claim[claimants=" + claimants + ", month=" + month + "]";
    }
}
