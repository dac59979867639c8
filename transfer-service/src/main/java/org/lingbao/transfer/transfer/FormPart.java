package org.lingbao.transfer.transfer;

import java.time.YearMonth;
import java.util.List;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.Form;

/**
 * The information form (信息表) as events, documents and views have it; amounts in yuan.
 *
 * @param before1998 item 1
 * @param lastYearEnd item 2
 * @param currentYear item 3
 * @param account item 4
 * @param pooled item 5
 * @param total item 6
 */
record FormPart(
        String before1998,
        String lastYearEnd,
        String currentYear,
        String account,
        String pooled,
        String total,
        int contributionMonths,
        List<Row> rows) {

    /** Months of one year on one base, paid one after the other. */
    record Row(String place, YearMonth from, YearMonth to, String monthlyBase, String closingBalance) {}

    static FormPart of(Form form) {
        return new FormPart(
                form.balances().before1998().toYuan(),
                form.balances().lastYearEnd().toYuan(),
                form.balances().currentYear().toYuan(),
                form.account().toYuan(),
                form.pooled().toYuan(),
                form.total().toYuan(),
                form.contributionMonths(),
                form.rows().stream()
                        .map(row -> new Row(
                                row.place().code(),
                                row.from(),
                                row.to(),
                                row.monthlyBase().toYuan(),
                                row.closingBalance().toYuan()))
                        .toList());
    }

    /** @throws IllegalArgumentException for a form that can be none, such as with a negative amount */
    Form toForm() {
        return new Form(
                new AccountBalances(amount(before1998), amount(lastYearEnd), amount(currentYear)),
                amount(account),
                amount(pooled),
                amount(total),
                contributionMonths,
                rows.stream()
                        .map(row -> new Form.Row(
                                new Place(row.place()),
                                row.from(),
                                row.to(),
                                amount(row.monthlyBase()),
                                amount(row.closingBalance())))
                        .toList());
    }

    /** @throws IllegalArgumentException for anything but an amount in yuan that is not negative */
    static Money amount(String written) {
        var amount = Money.yuan(written);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("negative amount");
        }
        return amount;
    }
}
