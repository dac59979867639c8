package org.lingbao.contribution.transfer;

import java.time.YearMonth;
import java.util.List;
import org.lingbao.contribution.transfer.domain.Form;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** A {@link Form} as events and the case's row have it; amounts in yuan. */
record StatedForm(
        String before1998,
        String lastYearEnd,
        String currentYear,
        String account,
        String pooled,
        String total,
        int contributionMonths,
        List<Row> rows) {

    record Row(String place, YearMonth from, YearMonth to, String monthlyBase, String closingBalance) {
        static Row of(Form.Row row) {
            return new Row(
                    row.place().code(),
                    row.from(),
                    row.to(),
                    row.monthlyBase().toYuan(),
                    row.closingBalance().toYuan());
        }

        Form.Row toRow() {
            return new Form.Row(new Place(place), from, to, Money.yuan(monthlyBase), Money.yuan(closingBalance));
        }
    }

    static StatedForm of(Form form) {
        return new StatedForm(
                form.balances().before1998().toYuan(),
                form.balances().lastYearEnd().toYuan(),
                form.balances().currentYear().toYuan(),
                form.account().toYuan(),
                form.pooled().toYuan(),
                form.total().toYuan(),
                form.contributionMonths(),
                form.rows().stream().map(Row::of).toList());
    }

    Form toForm() {
        return new Form(
                new AccountBalances(Money.yuan(before1998), Money.yuan(lastYearEnd), Money.yuan(currentYear)),
                Money.yuan(account),
                Money.yuan(pooled),
                Money.yuan(total),
                contributionMonths,
                rows.stream().map(Row::toRow).toList());
    }
}
