package org.lingbao.transfer.transfer.domain;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.transfer.FormCheck.Consistent;
import org.lingbao.rules.transfer.FormCheck.Inconsistent;
import org.lingbao.rules.transfer.InformationForm;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * The information form (信息表) without what tells who somebody is: the six fund items and the months.
 *
 * @param balances items 1 to 3
 * @param account item 4
 * @param pooled item 5
 * @param total item 6
 * @param contributionMonths contribution months in the old place (实际缴费月数)
 * @param rows part two, in any order
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
     * @param from the first
     * @param to the last
     * @param monthlyBase the contribution base (月缴费基数)
     * @param closingBalance the account at the year's end
     * @throws IllegalArgumentException if they are no months of one year
     */
    public record Row(Place place, YearMonth from, YearMonth to, Money monthlyBase, Money closingBalance) {
        public Row {
            if (to.isBefore(from) || to.getYear() != from.getYear()) {
                throw new IllegalArgumentException("no months of one year: " + from + " to " + to);
            }
        }

        int months() {
            return (int) from.until(to, ChronoUnit.MONTHS) + 1;
        }
    }

    /** Every paid month, as often as a row states it. */
    public List<YearMonth> months() {
        var months = new ArrayList<YearMonth>();
        for (var row : rows) {
            for (var month = row.from(); !month.isAfter(row.to()); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return months;
    }

    /**
     * All that is wrong with it, sorted by code; nothing: it agrees with itself and with the money.
     *
     * @param received the money that arrived; null while it has not
     */
    List<Reason> faults(@Nullable Money received, Law law, LocalDate on) {
        var figures =
                new InformationForm(balances, account, pooled, total, contributionMonths, figuresOfRows(), received);
        var faults = new ArrayList<Reason>();
        switch (law.transfer().checkForm(figures, on).value()) {
            case Consistent _ -> {}
            case Inconsistent(var reasons) -> reasons.forEach(reason -> faults.add(new Reason(reason.code())));
        }
        var months = months();
        if (new HashSet<>(months).size() < months.size()) {
            faults.add(Reason.MONTH_TWICE);
        }
        return faults.stream().sorted().toList();
    }

    private List<InformationForm.Row> figuresOfRows() {
        return rows.stream()
                .map(row -> new InformationForm.Row(Year.of(row.from().getYear()), row.months(), row.closingBalance()))
                .toList();
    }
}
