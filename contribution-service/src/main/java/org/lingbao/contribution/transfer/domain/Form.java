package org.lingbao.contribution.transfer.domain;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * The information form (信息表) without what tells who the person is: the six fund items and the months.
 *
 * @param balances items 1 to 3
 * @param account item 4
 * @param pooled item 5
 * @param total item 6
 * @param contributionMonths contribution months (实际缴费月数)
 */
public record Form(
        AccountBalances balances, Money account, Money pooled, Money total, int contributionMonths, List<Row> rows) {
    public Form {
        rows = List.copyOf(rows);
    }

    /**
     * Months of one year that were paid one after the other on one base.
     *
     * @param place where they were paid (参保地)
     * @param closingBalance the account after the year, or now for the running one
     */
    public record Row(Place place, YearMonth from, YearMonth to, Money monthlyBase, Money closingBalance) {

        /** Its months. */
        public List<YearMonth> months() {
            return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                    .toList();
        }

        int count() {
            return (int) from.until(to, ChronoUnit.MONTHS) + 1;
        }
    }

    /** Every month that a row states. */
    public List<YearMonth> months() {
        return rows.stream().flatMap(row -> row.months().stream()).toList();
    }
}
