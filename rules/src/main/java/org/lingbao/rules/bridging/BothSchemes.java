package org.lingbao.rules.bridging;

import java.time.YearMonth;
import org.lingbao.rules.value.Money;

/**
 * What a person has in the employee and in the resident scheme.
 *
 * @param employeeMonths contribution months in the employee scheme, an extension included
 * @param residentYears years paid in the resident scheme
 * @param employeeAccount balance of the employee account
 * @param residentAccount balance of the resident account: own payments, collective aid, subsidies and interest
 * @param reachesAgeIn the month in which the statutory retirement age of employees is reached
 * @param drawingPension whether either pension is drawn already
 * @throws IllegalArgumentException for anything negative
 */
public record BothSchemes(
        int employeeMonths,
        int residentYears,
        Money employeeAccount,
        Money residentAccount,
        YearMonth reachesAgeIn,
        boolean drawingPension) {
    public BothSchemes {
        if (employeeMonths < 0 || residentYears < 0 || employeeAccount.isNegative() || residentAccount.isNegative()) {
            throw new IllegalArgumentException("negative months, years or balance");
        }
    }

    Money bothAccounts() {
        return employeeAccount.plus(residentAccount);
    }
}
