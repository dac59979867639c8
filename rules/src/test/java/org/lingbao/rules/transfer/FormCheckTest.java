package org.lingbao.rules.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.transfer.FormCheck.Consistent;
import org.lingbao.rules.transfer.FormCheck.Inconsistent;
import org.lingbao.rules.transfer.FormCheck.Reason;
import org.lingbao.rules.transfer.InformationForm.Row;
import org.lingbao.rules.value.Money;

class FormCheckTest {
    private static final LocalDate ON = LocalDate.parse("2026-09-01");
    private static final List<Row> ROWS =
            List.of(new Row(Year.of(2026), 2, Money.yuan("120")), new Row(Year.of(2025), 10, Money.yuan("100")));

    @Test
    void a_form_that_agrees_is_consistent_also_before_the_money_arrives() {
        assertThat(check(form("120", "50", "170", 12, ROWS, "170"))).isEqualTo(new Consistent());
        assertThat(check(form("120", "50", "170", 12, ROWS, null))).isEqualTo(new Consistent());
    }

    @Test
    void everything_that_differs_is_told_at_once() {
        assertThat(codes(form("119", "50", "170", 13, List.of(), "0")))
                .containsExactly("ACCOUNT_SUM", "CLOSING_BALANCE", "FUNDS_RECEIVED", "MONTHS_SUM", "TOTAL_SUM");
    }

    @Test
    void a_difference_names_both_figures_and_the_article() {
        assertThat(check(form("120", "50", "170", 12, ROWS, "169.99")))
                .isInstanceOfSatisfying(
                        Inconsistent.class,
                        found -> assertThat(found.reasons())
                                .singleElement()
                                .isInstanceOfSatisfying(Reason.Amounts.class, amounts -> {
                                    assertThat(amounts.stated()).isEqualTo(Money.yuan("170"));
                                    assertThat(amounts.found()).isEqualTo(Money.yuan("169.99"));
                                    assertThat(amounts.citation().number()).isEqualTo("国办发〔2009〕66号");
                                }));
    }

    @Test
    void of_several_rows_for_the_latest_year_the_last_closes_it() {
        var rows = List.of(
                new Row(Year.of(2026), 1, Money.yuan("110")),
                new Row(Year.of(2025), 10, Money.yuan("100")),
                new Row(Year.of(2026), 1, Money.yuan("120")));
        assertThat(check(form("120", "50", "170", 12, rows, "170"))).isEqualTo(new Consistent());
    }

    @Test
    void a_fen_more_or_less_is_always_noticed() {
        qt().forAll(longs().between(-10_000, 10_000)).check(fen -> {
            var received = Money.yuan("170").plus(new Money(fen)).toYuan();
            return codes(form("120", "50", "170", 12, ROWS, received)).contains("FUNDS_RECEIVED") == (fen != 0);
        });
    }

    @Test
    void the_trace_says_in_words_what_differs() {
        var trace = Law.standard()
                .transfer()
                .checkForm(form("119", "50", "170", 12, ROWS, null), ON)
                .trace();
        assertThat(trace.outcome()).isEqualTo("ACCOUNT_SUM TOTAL_SUM");
    }

    private static FormCheck check(InformationForm form) {
        return Law.standard().transfer().checkForm(form, ON).value();
    }

    private static List<String> codes(InformationForm form) {
        return check(form) instanceof Inconsistent(var reasons)
                ? reasons.stream().map(Reason::code).toList()
                : List.of();
    }

    private static InformationForm form(
            String account, String pooled, String total, int months, List<Row> rows, @Nullable String received) {
        var balances = new AccountBalances(Money.ZERO, Money.yuan("100"), Money.yuan("20"));
        return new InformationForm(
                balances,
                Money.yuan(account),
                Money.yuan(pooled),
                Money.yuan(total),
                months,
                rows,
                received == null ? null : Money.yuan(received));
    }
}
