package org.lingbao.contribution.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lingbao.contribution.transfer.domain.Holdings.Arrival;
import org.lingbao.contribution.transfer.domain.Holdings.HeldMonth;
import org.lingbao.contribution.transfer.domain.Holdings.Paid;
import org.lingbao.rules.Law;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.transfer.FormCheck;
import org.lingbao.rules.transfer.InformationForm;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class HoldingsTest {
    private static final Place WEIFANG = new Place("370700");
    private static final Place DALIAN = new Place("210200");
    private static final Money BASE = new Money(457300);
    private static final Money ACCOUNT = new Money(36584);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    @Test
    void months_of_one_year_on_one_base_are_a_row() {
        var form = held(YearMonth.of(2025, 11), 4).form(Law.standard(), TODAY);
        assertThat(form.rows())
                .containsExactly(
                        row(WEIFANG, "2025-11", "2025-12", BASE, ACCOUNT.times(2)),
                        row(WEIFANG, "2026-01", "2026-02", BASE, ACCOUNT.times(4)));
        assertThat(form.contributionMonths()).isEqualTo(4);
    }

    @Test
    void a_gap_another_base_and_another_place_begin_a_row() {
        var more = new Money(500000);
        var months = List.of(
                own(YearMonth.of(2026, 1), BASE),
                own(YearMonth.of(2026, 3), BASE),
                own(YearMonth.of(2026, 4), more),
                came(YearMonth.of(2026, 5), new Money(1)));
        var balance = ACCOUNT.times(3);
        var form = new Holdings(balance, months, List.of()).form(Law.standard(), TODAY);
        assertThat(form.rows())
                .containsExactly(
                        row(WEIFANG, "2026-01", "2026-01", BASE, balance),
                        row(WEIFANG, "2026-03", "2026-03", BASE, balance),
                        row(WEIFANG, "2026-04", "2026-04", more, balance),
                        row(DALIAN, "2026-05", "2026-05", BASE, balance));
    }

    @Test
    void what_was_credited_this_year_is_item_three_and_the_rest_item_two() {
        var form = held(YearMonth.of(2025, 11), 4).form(Law.standard(), TODAY);
        assertThat(form.balances()).isEqualTo(new AccountBalances(Money.ZERO, ACCOUNT.times(2), ACCOUNT.times(2)));
        assertThat(form.account()).isEqualTo(ACCOUNT.times(4));
        assertThat(form.total()).isEqualTo(form.account().plus(form.pooled()));
    }

    @Test
    void what_was_added_to_a_month_is_of_the_year_in_which_it_was_paid() {
        var added = new Money(552);
        var month = new HeldMonth(
                YearMonth.of(2025, 11),
                WEIFANG,
                BASE,
                List.of(new Paid(ACCOUNT, LocalDate.of(2025, 11, 15)), new Paid(added, LocalDate.of(2026, 3, 2))),
                null);
        var later = own(YearMonth.of(2026, 1), BASE);
        var balance = ACCOUNT.times(2).plus(added);
        var form = new Holdings(balance, List.of(month, later), List.of()).form(Law.standard(), TODAY);
        assertThat(form.balances()).isEqualTo(new AccountBalances(Money.ZERO, ACCOUNT, ACCOUNT.plus(added)));
        assertThat(form.rows()).extracting(Form.Row::closingBalance).containsExactly(ACCOUNT.plus(added), balance);
    }

    @Test
    void what_came_keeps_its_items_and_what_its_old_place_stated() {
        var balances = new AccountBalances(new Money(100), new Money(2000), new Money(30));
        var came = new Arrival(balances, YearMonth.of(2025, 2), LocalDate.of(2026, 3, 1));
        var months = List.of(
                came(YearMonth.of(2024, 12), new Money(2077)),
                came(YearMonth.of(2025, 2), new Money(2130)),
                own(YearMonth.of(2026, 4), BASE));
        var form = new Holdings(balances.total().plus(ACCOUNT), months, List.of(came)).form(Law.standard(), TODAY);
        assertThat(form.balances())
                .isEqualTo(new AccountBalances(new Money(100), new Money(2000), ACCOUNT.plus(new Money(30))));
        assertThat(form.rows())
                .extracting(Form.Row::closingBalance)
                .containsExactly(
                        new Money(2077), new Money(2130), balances.total().plus(ACCOUNT));
    }

    @Test
    void a_form_agrees_with_itself_by_the_law_whatever_was_paid() {
        qt().forAll(integers().between(0, 80), integers().between(1, 60)).check((start, count) -> {
            var form = held(YearMonth.of(2019, 1).plusMonths(start), count).form(Law.standard(), TODAY);
            var rows = form.rows().stream()
                    .map(row -> new InformationForm.Row(
                            Year.of(row.from().getYear()), row.months().size(), row.closingBalance()))
                    .toList();
            var stated = new InformationForm(
                    form.balances(),
                    form.account(),
                    form.pooled(),
                    form.total(),
                    form.contributionMonths(),
                    rows,
                    null);
            return Law.standard().transfer().checkForm(stated, TODAY).value() instanceof FormCheck.Consistent
                    && form.months().size() == count;
        });
    }

    @Test
    void nothing_paid_and_nothing_in_the_account_is_nothing_to_move() {
        assertThat(new Holdings(Money.ZERO, List.of(), List.of()).isEmpty()).isTrue();
        assertThat(new Holdings(new Money(1), List.of(), List.of()).isEmpty()).isFalse();
        assertThat(held(YearMonth.of(2026, 1), 1).isEmpty()).isFalse();
    }

    private static Holdings held(YearMonth first, int count) {
        var months = IntStream.range(0, count)
                .mapToObj(later -> own(first.plusMonths(later), BASE))
                .toList();
        return new Holdings(ACCOUNT.times(count), months, List.of());
    }

    private static HeldMonth own(YearMonth month, Money base) {
        return new HeldMonth(month, WEIFANG, base, List.of(new Paid(ACCOUNT, month.atDay(15))), null);
    }

    private static HeldMonth came(YearMonth month, Money stated) {
        return new HeldMonth(month, DALIAN, BASE, List.of(), stated);
    }

    private static Form.Row row(Place place, String from, String to, Money base, Money closing) {
        return new Form.Row(place, YearMonth.parse(from), YearMonth.parse(to), base, closing);
    }
}
