package org.lingbao.rules.pension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.pension.Contributed.Months;
import org.lingbao.rules.pension.Contributed.Years;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

class PensionRulesTest {
    private static final Place WEIFANG = new Place("370700");
    private static final Place SHENYANG = new Place("210100");
    private static final Place SHANGHAI = new Place("310000");
    private static final Place BEIJING = new Place("110000");
    private static final Months NONE = new Months(0);

    @Test
    void a_sheet_from_weifang_is_met_to_the_fen() {
        assertThat(weifang("7678").value())
                .isEqualTo(new MonthlyPension(
                        Money.yuan("5236.40"), Money.yuan("2647.45"), Money.yuan("689.85"), Money.yuan("958.47"), 2));
    }

    @Test
    void the_final_base_wage_settles_the_months_paid_provisionally() {
        var settled = Recalculation.of(weifang("7678"), weifang("7831"), 3);

        assertThat(settled.value()).isEqualTo(new Recalculation(Money.yuan("71.86"), Money.yuan("215.58")));
        assertThat(settled.trace().text().en())
                .isEqualTo(
                        "Reckoned anew: due 4367.63 a month, paid 4295.77, difference 71.86 × 3 months = 215.58 yuan");
    }

    @Test
    void what_was_paid_too_much_is_recovered() {
        assertThat(Recalculation.of(weifang("7831"), weifang("7678"), 2).value())
                .isEqualTo(new Recalculation(Money.yuan("-71.86"), Money.yuan("-143.72")));
        assertThatThrownBy(() -> Recalculation.of(weifang("7831"), weifang("7678"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"169, 14.08", "377, 31.42", "416, 34.67", "492, 41"})
    void shandong_counts_years_with_two_decimals(int months, String years) {
        assertThat(pension(WEIFANG, new Months(months), NONE)).isEqualTo(pension(WEIFANG, years(years), NONE));
    }

    @Test
    void liaoning_counts_months_as_twelfths_and_years_as_they_are() {
        // 8000 at an index of 1 for 31 years 7 months: 8000 × 379 / 12 × 1 % = 2526.666…
        assertThat(pension(SHENYANG, new Months(379), NONE).basic()).isEqualTo(Money.yuan("2526.67"));
        assertThat(pension(SHENYANG, years("31.58"), NONE).basic()).isEqualTo(Money.yuan("2526.40"));
    }

    @Test
    void shanghai_counts_whole_years_and_further_months_apart() {
        // 32 × 1 % + 2 × 0.083 % = 32.166 %
        assertThat(pension(SHANGHAI, new Months(386), NONE).basic()).isEqualTo(Money.yuan("2573.3"));
        assertThat(pension(SHANGHAI, years("32.17"), NONE)).isEqualTo(pension(SHANGHAI, new Months(386), NONE));
    }

    @Test
    void shanghai_writes_jiao_and_the_others_fen() {
        var shanghai = pension(SHANGHAI, new Months(386), NONE);
        var weifang = pension(WEIFANG, new Months(386), NONE);

        assertThat(shanghai.written(shanghai.total())).isEqualTo("2973.3");
        assertThat(weifang.written(weifang.total())).isEqualTo("2973.60");
    }

    @Test
    void time_before_accounts_that_the_law_does_not_cover_here_is_not_guessed() {
        assertThatThrownBy(() -> pension(SHANGHAI, new Months(386), new Months(1)))
                .isInstanceOf(DataNotLoaded.class);
        assertThat(pension(SHANGHAI, new Months(386), years("0")).transitional())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void a_province_without_a_formula_is_not_guessed() {
        assertThatThrownBy(() -> pension(BEIJING, new Months(180), NONE)).isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void liaoning_needs_the_index_of_the_time_before_accounts() {
        assertThatThrownBy(() -> pension(SHENYANG, new Months(379), new Months(100)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shanghai_adds_a_virtual_account_to_the_years_before_1993() {
        // 12434 × 1 × 12.5 × 1.2 % + 6000 ÷ 120 = 1865.10 + 50.00
        var answer = Law.standard().pension().monthly(shanghai(new Months(150), Money.yuan("6000")));
        assertThat(answer.value().transitional()).isEqualTo(Money.yuan("1915.1"));
        var part = answer.trace().children().getLast();
        assertThat(part.text().en())
                .isEqualTo(
                        "Transitional pension: virtual account ÷ its months + base wage × index × 0.15 = 1915.1 yuan");
        assertThat(part.status()).isEqualTo(Status.UNCERTAIN);
        assertThat(part.inputs()).containsEntry("virtualAccount", "6000.00");
    }

    @Test
    void shanghai_rounds_the_transitional_pension_once() {
        // 12434 × 1 ÷ 12 × 1.2 % + 2.40 ÷ 120 = 12.434 + 0.02
        assertThat(Law.standard()
                        .pension()
                        .monthly(shanghai(new Months(1), Money.yuan("2.40")))
                        .value()
                        .transitional())
                .isEqualTo(Money.yuan("12.5"));
    }

    @Test
    void without_the_virtual_account_nobody_guesses_a_pension_of_shanghai() {
        var unknown = shanghai(new Months(150), null);
        assertThatThrownBy(() -> Law.standard().pension().monthly(unknown))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining("虚账实记额");
    }

    @ParameterizedTest
    @CsvSource({
        "310101, 1993, 0.62, 1", "310101, 2011, 0.62, 1", "310101, 2011, 1.2, 1.2", "310101, 2012, 0.62, 0.85",
        "310101, 2013, 0.62, 0.75", "310101, 2014, 0.62, 0.62", "370702, 2000, 0.62, 0.62", "210100, 2011, 0.62, 0.62"
    })
    void shanghai_lifts_the_indices_of_early_years(String place, int year, String actual, String counted) {
        assertThat(Law.standard()
                        .pension()
                        .countedIndex(new Place(place), Year.of(year), Rate.of(actual))
                        .value())
                .isEqualTo(Rate.of(counted));
    }

    @Test
    void a_lifted_index_is_not_confirmed_and_none_is_known_before_there_were_accounts() {
        var rules = Law.standard().pension();
        assertThat(rules.countedIndex(SHANGHAI, Year.of(2012), Rate.of("0.6"))
                        .trace()
                        .status())
                .isEqualTo(Status.UNCERTAIN);
        assertThatThrownBy(() -> rules.countedIndex(SHANGHAI, Year.of(1992), Rate.of("0.6")))
                .isInstanceOf(DataNotLoaded.class);
        assertThatThrownBy(() -> rules.countedIndex(BEIJING, Year.of(2012), Rate.of("0.6")))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void nothing_is_negative() {
        assertThatThrownBy(() -> new Months(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> years("-0.01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PayoutMonths(BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entitlement(WEIFANG, NONE, NONE, Money.yuan("-0.01"), Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entitlement(WEIFANG, NONE, NONE, Money.ZERO, Money.yuan("-0.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_months_never_give_less_for_who_began_with_an_account() {
        qt().forAll(arbitrary().pick(WEIFANG, SHENYANG, SHANGHAI), integers().between(0, 599))
                .check((place, months) -> pension(place, new Months(months), NONE)
                                .total()
                                .compareTo(pension(place, new Months(months + 1), NONE)
                                        .total())
                        <= 0);
    }

    @Test
    void the_trace_explains_each_part_with_its_article() {
        var trace = weifang("7678").trace();

        assertThat(trace.text().zh())
                .isEqualTo("在 370700 每月领取：基础养老金 2647.45 元 + 个人账户养老金 689.85 元 + 过渡性养老金 958.47 元 = 4295.77 元");
        assertThat(trace.children())
                .extracting(part -> part.text().en())
                .containsExactly(
                        "Indexed monthly wage: base wage 7678.00 × average index 0.682 = 5236.40 yuan",
                        "Basic pension: (base wage 7678.00 + indexed wage 5236.40) ÷ 2 × 0.41 = 2647.45 yuan",
                        "Account pension: balance 95061.63 ÷ payout months 137.8 = 689.85 yuan",
                        "Transitional pension: indexed wage × 0.18304 = 958.47 yuan");
        assertThat(trace.children().getLast().article()).contains("鲁政发〔2006〕92号");
    }

    private static Explained<MonthlyPension> weifang(String baseWage) {
        return Law.standard()
                .pension()
                .monthly(new Entitlement(
                        WEIFANG,
                        Money.yuan(baseWage),
                        Rate.of("0.6820"),
                        new Months(492),
                        new Months(169),
                        null,
                        null,
                        Money.yuan("95061.63"),
                        new PayoutMonths(new BigDecimal("137.8"))));
    }

    private static MonthlyPension pension(Place place, Contributed contributed, Contributed preAccount) {
        return Law.standard()
                .pension()
                .monthly(entitlement(place, contributed, preAccount, Money.yuan("8000"), Money.yuan("55600")))
                .value();
    }

    private static Entitlement entitlement(
            Place place, Contributed contributed, Contributed preAccount, Money baseWage, Money balance) {
        return new Entitlement(
                place,
                baseWage,
                Rate.of("1"),
                contributed,
                preAccount,
                null,
                null,
                balance,
                new PayoutMonths(BigDecimal.valueOf(139)));
    }

    private static Entitlement shanghai(Months preAccount, @Nullable Money virtualAccount) {
        return new Entitlement(
                SHANGHAI,
                Money.yuan("12434"),
                Rate.of("0.8"),
                new Months(480),
                preAccount,
                null,
                virtualAccount,
                Money.yuan("100000"),
                new PayoutMonths(BigDecimal.valueOf(139)));
    }

    private static Years years(String count) {
        return new Years(new BigDecimal(count));
    }
}
