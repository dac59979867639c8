package org.lingbao.transfer.simulation;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.transfer.TransferFunds;
import org.lingbao.rules.transfer.YearRow;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.Form;
import org.lingbao.transfer.transfer.domain.Moment;

/** The months of a person in one cell, each with the base on which it was paid, as contribution keeps them. */
final class Rights {
    private static final int HUNDRED = 100;

    private final TreeMap<YearMonth, Money> bases = new TreeMap<>();

    boolean has(Collection<YearMonth> months) {
        return months.stream().anyMatch(bases::containsKey);
    }

    boolean isEmpty() {
        return bases.isEmpty();
    }

    List<YearMonth> months() {
        return List.copyOf(bases.keySet());
    }

    void add(YearMonth month, Money base) {
        bases.put(month, base);
    }

    void add(Form form) {
        for (var row : form.rows()) {
            for (var month = row.from(); !month.isAfter(row.to()); month = month.plusMonths(1)) {
                add(month, row.monthlyBase());
            }
        }
    }

    void clear() {
        bases.clear();
    }

    /** The form (信息表) for them, reckoned by the rules. */
    Form form(Money balance, Place place, Moment moment) {
        var rows = rows(balance, place);
        var current = new Money(balance.fen() % HUNDRED);
        var balances = new AccountBalances(Money.ZERO, balance.minus(current), current);
        var funds = funds(rows, balances, moment);
        return new Form(balances, funds.account(), funds.pooled(), funds.total(), bases.size(), rows);
    }

    private static TransferFunds funds(List<Form.Row> rows, AccountBalances balances, Moment moment) {
        var years = rows.stream()
                .map(row -> new YearRow(
                        Year.of(row.from().getYear()),
                        row.monthlyBase(),
                        row.to().getMonthValue() - row.from().getMonthValue() + 1))
                .toList();
        return moment.law().transfer().funds(balances, years, moment.today()).value();
    }

    private List<Form.Row> rows(Money balance, Place place) {
        var rows = new ArrayList<Form.Row>();
        for (Map.Entry<YearMonth, Money> paid : bases.entrySet()) {
            var month = paid.getKey();
            var last = rows.isEmpty() ? null : rows.getLast();
            if (last != null
                    && last.to().plusMonths(1).equals(month)
                    && last.from().getYear() == month.getYear()
                    && last.monthlyBase().equals(paid.getValue())) {
                rows.set(rows.size() - 1, new Form.Row(place, last.from(), month, last.monthlyBase(), balance));
            } else {
                rows.add(new Form.Row(place, month, month, paid.getValue(), balance));
            }
        }
        return rows;
    }
}
