package org.lingbao.rules.transfer;

import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/**
 * What an information form (信息表) states of money and months.
 *
 * @param balances items 1 to 3
 * @param account item 4
 * @param pooled item 5
 * @param total item 6
 * @param contributionMonths contribution months in the old place
 * @param rows the yearly rows, in any order
 * @param received the money that arrived; null while it has not
 */
public record InformationForm(
        AccountBalances balances,
        Money account,
        Money pooled,
        Money total,
        int contributionMonths,
        List<Row> rows,
        @Nullable Money received) {

    /**
     * A year of the form.
     *
     * @param closingBalance the account at the year's end
     */
    public record Row(Year year, int months, Money closingBalance) {}

    public InformationForm {
        rows = List.copyOf(rows);
    }

    int monthsOfRows() {
        var months = 0;
        for (var row : rows) {
            months = Math.addExact(months, row.months());
        }
        return months;
    }

    /** Of the latest year; of several rows for it, the last. Nothing where there are no rows. */
    Money closingBalance() {
        @Nullable Row latest = null;
        for (var row : rows) {
            if (latest == null || !row.year().isBefore(latest.year())) {
                latest = row;
            }
        }
        return latest == null ? Money.ZERO : latest.closingBalance();
    }
}
