package org.lingbao.contribution.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.statement.domain.Journey;
import org.lingbao.contribution.statement.domain.PaidMonth;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

class StatementMonthsViewTest {
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int LIMIT = 12;

    @Test
    void what_fits_is_the_last_page() {
        var page = page(months(LIMIT));
        assertThat(page.months()).hasSize(LIMIT);
        assertThat(page.next()).isNull();
    }

    @Test
    void what_is_more_follows_the_last_month_that_is_shown() {
        var page = page(months(LIMIT + 1));
        assertThat(page.months()).hasSize(LIMIT);
        assertThat(page.next()).isEqualTo(FIRST.plusMonths(LIMIT - 1));
    }

    @Test
    void a_month_that_was_moved_away_and_came_back_is_on_one_page() {
        var twice = Stream.concat(months(LIMIT).stream(), Stream.of(month(LIMIT - 1)))
                .toList();
        var page = page(twice);
        assertThat(page.months()).hasSize(LIMIT - 1);
        assertThat(page.next()).isEqualTo(FIRST.plusMonths(LIMIT - 2));
    }

    private static StatementMonthsView page(List<PaidMonth> found) {
        return StatementMonthsView.of(
                new Statement(
                        UUID.randomUUID(), Scheme.EMPLOYEE, Money.ZERO, Money.ZERO, found, List.of(), new JsonArray()),
                LIMIT);
    }

    private static List<PaidMonth> months(int count) {
        return IntStream.range(0, count)
                .mapToObj(StatementMonthsViewTest::month)
                .toList();
    }

    private static PaidMonth month(int nth) {
        return new PaidMonth(
                FIRST.plusMonths(nth), new Place("370700"), null, Money.yuan("4573"), null, new Journey(null, null));
    }
}
