package org.lingbao.contribution.transfer.domain;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.transfer.YearRow;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * What a person has here in a scheme.
 *
 * @param balance of the account, by the ledger
 * @param months every month that counts here, in order
 * @param arrivals what came by earlier transfers and has not been moved on
 */
public record Holdings(Money balance, List<HeldMonth> months, List<Arrival> arrivals) {
    public Holdings {
        months = List.copyOf(months);
        arrivals = List.copyOf(arrivals);
    }

    /**
     * A month that counts here.
     *
     * @param place where it was paid
     * @param own of a month paid here: what went to the account, and when, each payment for it; empty: it came by a transfer
     * @param stated of a month that came: the account after its year, as the old place stated it
     */
    public record HeldMonth(
            YearMonth month,
            Place place,
            Money base,
            List<Paid> own,
            @Nullable Money stated) {
        public HeldMonth {
            own = List.copyOf(own);
        }
    }

    /** What one payment credited to the account for a month, on which day. */
    public record Paid(Money account, LocalDate on) {}

    /**
     * What came by a transfer.
     *
     * @param lastMonth of the months that came with it
     */
    public record Arrival(AccountBalances balances, YearMonth lastMonth, LocalDate on) {}

    /** Whether there is nothing to move. */
    public boolean isEmpty() {
        return months.isEmpty() && balance.isZero();
    }

    /** The form (信息表) for all of it, its funds reckoned by the law. */
    public Form form(Law law, LocalDate today) {
        var rows = rows();
        var balances = balances(Year.of(today.getYear()));
        var years = rows.stream()
                .map(row -> new YearRow(Year.of(row.from().getYear()), row.monthlyBase(), row.count()))
                .toList();
        var funds = law.transfer().funds(balances, years, today).value();
        return new Form(balances, funds.account(), funds.pooled(), funds.total(), months.size(), rows);
    }

    /** Item 3 is the principal credited this year, item 1 what earlier places stated of the time before 1998, item 2 the rest. */
    private AccountBalances balances(Year year) {
        var current = Money.ZERO;
        for (var month : months) {
            for (var paid : month.own) {
                if (paid.on.getYear() == year.getValue()) {
                    current = current.plus(paid.account);
                }
            }
        }
        var before1998 = Money.ZERO;
        for (var arrival : arrivals) {
            before1998 = before1998.plus(arrival.balances.before1998());
            if (arrival.on.getYear() == year.getValue()) {
                current = current.plus(arrival.balances.currentYear());
            }
        }
        return new AccountBalances(before1998, balance.minus(before1998).minus(current), current);
    }

    private List<Form.Row> rows() {
        var rows = new ArrayList<Form.Row>();
        for (var held : months) {
            var row = new Form.Row(held.place, held.month, held.month, held.base, closing(held));
            var last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && isContinued(last, row)) {
                row = new Form.Row(last.place(), last.from(), row.to(), last.monthlyBase(), last.closingBalance());
                rows.removeLast();
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean isContinued(Form.Row last, Form.Row next) {
        return last.place().equals(next.place())
                && last.to().plusMonths(1).equals(next.from())
                && last.to().getYear() == next.from().getYear()
                && last.monthlyBase().equals(next.monthlyBase())
                && last.closingBalance().equals(next.closingBalance());
    }

    /** The account after the month's year: after the latest one, it is all there is. */
    private Money closing(HeldMonth held) {
        var year = held.month.getYear();
        if (year == months.getLast().month.getYear()) {
            return balance;
        }
        return held.stated == null ? after(year) : held.stated;
    }

    private Money after(int year) {
        var closing = balance;
        for (var month : months) {
            if (month.month.getYear() > year) {
                closing = month.own.stream().map(Paid::account).reduce(closing, Money::minus);
            }
        }
        for (var arrival : arrivals) {
            if (arrival.lastMonth.getYear() > year) {
                closing = closing.minus(arrival.balances.total());
            }
        }
        return closing.isNegative() ? Money.ZERO : closing;
    }
}
