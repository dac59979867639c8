package org.lingbao.contribution.resident;

import java.time.LocalDate;
import java.util.UUID;
import org.lingbao.contribution.resident.YearRequest.Wish;
import org.lingbao.rules.contribution.ResidentYear.Payable;
import org.lingbao.rules.trace.Trace;

/**
 * A tier that was chosen for a year, with its bill and how it was reckoned. Amounts are in yuan.
 *
 * @param own what the person pays, all of it into the individual account
 * @param subsidy what government adds there when it is paid
 * @param employeeMonths how many months of the year are paid in the employee scheme: those count there alone, and the part of
 *     this payment that falls on them is given back when the schemes are joined (重复缴费退还)
 */
record YearView(
        UUID personId,
        String place,
        String year,
        String own,
        String subsidy,
        UUID billId,
        LocalDate payableUntil,
        long employeeMonths,
        Trace calculation) {

    static YearView of(Wish wish, String place, Payable payable, UUID bill, long employeeMonths, Trace calculation) {
        return new YearView(
                wish.person(),
                place,
                wish.year().toString(),
                payable.own().toYuan(),
                payable.subsidy().toYuan(),
                bill,
                payable.payableUntil(),
                employeeMonths,
                calculation);
    }
}
