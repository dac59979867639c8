package org.lingbao.rules.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.transfer.Takeover.Because;
import org.lingbao.rules.transfer.Takeover.NotNeeded;
import org.lingbao.rules.transfer.Takeover.Refused;
import org.lingbao.rules.transfer.Takeover.TakenOver;
import org.lingbao.rules.transfer.Takeover.TemporaryAccount;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.quicktheories.core.Gen;

class TransferRulesTest {
    private static final TransferRules RULES = Law.standard().transfer();
    private static final LocalDate ON = LocalDate.parse("2026-09-01");
    private static final Place WEIFANG = new Place("370702");
    private static final Place JINAN = new Place("370102");
    private static final Place PUDONG = new Place("310115");

    @Test
    void who_is_young_enough_on_the_first_payment_is_taken_over() {
        assertThat(takeover(man("1976-09-02"))).isInstanceOfSatisfying(TakenOver.class, taken -> {
            assertThat(taken.because()).isEqualTo(Because.YOUNG_ENOUGH);
            assertThat(taken.citation().title()).contains("第五条");
        });
    }

    @Test
    void the_birthday_itself_is_old_enough_for_a_temporary_account() {
        assertThat(takeover(man("1976-09-01")))
                .isInstanceOfSatisfying(
                        TemporaryAccount.class,
                        temporary -> assertThat(temporary.reachedOn()).isEqualTo(ON));
    }

    @Test
    void the_hukou_province_takes_everybody_over_and_a_posting_needs_no_age() {
        assertThat(takeover(
                        new Mover(WEIFANG, JINAN, PUDONG, LocalDate.parse("1967-01-01"), Sex.MALE, ON, false, false)))
                .isInstanceOfSatisfying(
                        TakenOver.class, taken -> assertThat(taken.because()).isEqualTo(Because.HUKOU_PROVINCE));
        assertThat(takeover(
                        new Mover(WEIFANG, PUDONG, JINAN, LocalDate.parse("1967-01-01"), Sex.MALE, ON, true, false)))
                .isInstanceOfSatisfying(
                        TakenOver.class, taken -> assertThat(taken.because()).isEqualTo(Because.POSTING));
    }

    @Test
    void drawing_a_pension_is_asked_before_anything_else() {
        assertThat(takeover(
                        new Mover(WEIFANG, JINAN, WEIFANG, LocalDate.parse("1960-01-01"), Sex.MALE, ON, false, true)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Takeover.Reason::code)
                                .containsExactly("DRAWING_PENSION"));
    }

    @Test
    void within_a_province_nothing_is_transferred_whatever_the_age() {
        qt().forAll(longs().between(
                                LocalDate.of(1950, 1, 1).toEpochDay(),
                                LocalDate.of(2010, 1, 1).toEpochDay())
                        .map(LocalDate::ofEpochDay))
                .check(born -> takeover(new Mover(null, JINAN, WEIFANG, born, Sex.FEMALE, ON, false, false))
                        instanceof NotNeeded);
    }

    @Test
    void who_has_no_hukou_is_judged_by_age() {
        var born = LocalDate.parse("1980-01-01");
        assertThat(takeover(new Mover(null, PUDONG, JINAN, born, Sex.MALE, ON, false, false)))
                .isInstanceOf(TakenOver.class);
        assertThat(takeover(new Mover(null, PUDONG, JINAN, born, Sex.FEMALE, ON, false, false)))
                .isInstanceOf(TemporaryAccount.class);
    }

    @Test
    void a_birth_on_the_29th_of_february_is_reached_on_the_28th() {
        var born = LocalDate.parse("1976-02-29");
        var reached = LocalDate.parse("2026-02-28");
        assertThat(takeover(new Mover(WEIFANG, PUDONG, JINAN, born, Sex.MALE, reached, false, false)))
                .isInstanceOf(TemporaryAccount.class);
        assertThat(takeover(new Mover(WEIFANG, PUDONG, JINAN, born, Sex.MALE, reached.minusDays(1), false, false)))
                .isInstanceOf(TakenOver.class);
    }

    @Test
    void before_the_measures_of_2010_nobody_knows() {
        var mover = new Mover(
                WEIFANG,
                PUDONG,
                JINAN,
                LocalDate.parse("1970-01-01"),
                Sex.MALE,
                LocalDate.parse("2009-12-31"),
                false,
                false);
        assertThatThrownBy(() -> RULES.takeover(mover)).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void a_payment_before_the_birth_is_malformed() {
        assertThatThrownBy(() -> man("2026-09-02")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_money_is_explained_row_by_row() {
        var years = List.of(
                new YearRow(Year.of(1997), Money.yuan("800"), 12), new YearRow(Year.of(2025), Money.yuan("4504"), 9));

        var funds = RULES.funds(balances("1200.50", "25000.00", "3242.88"), years, ON);

        assertThat(funds.value())
                .isEqualTo(new TransferFunds(Money.yuan("29443.38"), Money.yuan("4864.32"), Money.yuan("34307.70")));
        assertThat(funds.trace().status()).isEqualTo(Status.DERIVED);
        assertThat(funds.trace().children()).extracting(Trace::outcome).containsExactly("HALF_UP", "0.00", "4864.32");
        assertThat(funds.trace().children().getLast().text().zh())
                .isEqualTo("2025 年：4504.00 元 × 9 个月 × 0.12 = 4864.32 元");
    }

    @Test
    void rows_may_come_in_any_order_and_never_lose_a_fen() {
        qt().forAll(lists().of(rows()).ofSizeBetween(0, 20)).check(rows -> {
            var funds = funds(rows);
            return funds.equals(funds(rows.reversed()))
                    && funds.account().plus(funds.pooled()).equals(funds.total())
                    && rows.stream()
                            .map(row -> funds(List.of(row)).pooled())
                            .reduce(Money.ZERO, Money::plus)
                            .equals(funds.pooled());
        });
    }

    @Test
    void one_month_more_never_moves_less() {
        qt().forAll(rows()).assuming(row -> row.months() < 12).check(row -> {
            var more = new YearRow(row.year(), row.monthlyBase(), row.months() + 1);
            return funds(List.of(more)).pooled().compareTo(funds(List.of(row)).pooled()) >= 0;
        });
    }

    @Test
    void a_temporary_account_moves_whole() {
        var funds = RULES.temporaryFunds(Money.yuan("9876.54"), ON);
        assertThat(funds.value())
                .isEqualTo(new TransferFunds(Money.yuan("9876.54"), Money.ZERO, Money.yuan("9876.54")));
        assertThat(funds.trace().text().en()).contains("9876.54");
        assertThatThrownBy(() -> RULES.temporaryFunds(Money.yuan("-0.01"), ON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void that_money_still_moves_under_national_pooling_is_nobody_s_word() {
        var before = RULES.fundMovement(LocalDate.parse("2021-12-31"));
        var now = RULES.fundMovement(ON);
        assertThat(before.value()).isTrue();
        assertThat(before.trace().status()).isEqualTo(Status.OFFICIAL);
        assertThat(now.value()).isTrue();
        assertThat(now.trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void amounts_and_months_that_cannot_be_are_malformed() {
        assertThatThrownBy(() -> balances("0.00", "-0.01", "0.00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearRow(Year.of(2025), Money.yuan("4504"), 13))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearRow(Year.of(2025), Money.yuan("-1"), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TransferFunds funds(List<YearRow> years) {
        return RULES.funds(balances("0.00", "1.00", "2.00"), years, ON).value();
    }

    private static Takeover takeover(Mover mover) {
        var takeover = RULES.takeover(mover);
        assertThat(takeover.trace().outcome()).isEqualTo(takeover.value().outcome());
        assertThat(takeover.trace().text().zh()).doesNotContain(takeover.value().outcome());
        return takeover.value();
    }

    private static Mover man(String born) {
        return new Mover(WEIFANG, PUDONG, WEIFANG, LocalDate.parse(born), Sex.MALE, ON, false, false);
    }

    private static AccountBalances balances(String before1998, String lastYearEnd, String currentYear) {
        return new AccountBalances(Money.yuan(before1998), Money.yuan(lastYearEnd), Money.yuan(currentYear));
    }

    private static Gen<YearRow> rows() {
        return integers()
                .between(1990, 2026)
                .zip(
                        longs().between(0, 4_000_000L),
                        integers().between(0, 12),
                        (year, fen, months) -> new YearRow(Year.of(year), new Money(fen), months));
    }
}
