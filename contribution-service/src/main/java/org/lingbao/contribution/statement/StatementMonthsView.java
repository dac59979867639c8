package org.lingbao.contribution.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.statement.domain.PaidMonth;

/**
 * A page of the paid months of a statement (权益记录), in their order. A month that was moved away and has come back is there twice, on
 * one page.
 *
 * @param next for the query parameter {@code after} of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementMonthsView(
        UUID personId,
        String scheme,
        List<StatementView.Month> months,
        @Nullable YearMonth next) {
    /** The least that a page holds: more than there can be of one month. */
    static final int SMALLEST = 12;

    static final int LARGEST = 120;

    /** @param found one more than the page holds, where there are as many: the month that it is of is not begun on this page */
    static StatementMonthsView of(Statement found, int limit) {
        var paid = found.paid();
        var shown = paid.size() <= limit ? paid : before(paid.getLast().month(), paid);
        return new StatementMonthsView(
                found.person(),
                found.scheme().name(),
                shown.stream().map(StatementView.Month::of).toList(),
                shown.size() == paid.size() ? null : shown.getLast().month());
    }

    private static List<PaidMonth> before(YearMonth month, List<PaidMonth> paid) {
        return paid.stream().filter(one -> one.month().isBefore(month)).toList();
    }
}
