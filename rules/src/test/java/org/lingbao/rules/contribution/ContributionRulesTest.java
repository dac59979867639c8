package org.lingbao.rules.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.contribution.Assessment.Assessed;
import org.lingbao.rules.contribution.Assessment.Reason;
import org.lingbao.rules.contribution.Assessment.Refused;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Provision;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;
import org.lingbao.rules.value.Scheme;

class ContributionRulesTest {
    private static final Place WEIFANG = new Place("370700");
    private static final Place SHENYANG = new Place("210100");
    private static final Place SHANGHAI = new Place("310000");

    @Test
    void the_lowest_base_of_shandong_in_2026_costs_914_yuan_60_a_month() {
        var monthly = new Monthly(Money.yuan("914.60"), Money.yuan("365.84"), Money.yuan("548.76"), null);
        assertThat(base(WEIFANG, "2026-10", Period.QUARTER, "4573", "2026-10-15"))
                .isEqualTo(new Assessed(
                        Money.yuan("4573"),
                        monthly,
                        List.of(YearMonth.of(2026, 10), YearMonth.of(2026, 11), YearMonth.of(2026, 12)),
                        Money.yuan("2743.80"),
                        LocalDate.of(2026, 10, 31),
                        false));
    }

    @Test
    void what_is_assessed_before_the_years_limits_are_published_is_provisional() {
        assertThat(((Assessed) base(WEIFANG, "2026-08", Period.MONTH, "4504", "2026-08-13")).provisional())
                .isTrue();
        assertThat(((Assessed) base(WEIFANG, "2026-08", Period.MONTH, "4573", "2026-08-14")).provisional())
                .isFalse();
        assertThat(terms(WEIFANG, "2027-01", "2027-01-01").provisional()).isTrue();
        assertThat(terms(SHENYANG, "2027-01", "2027-01-01").provisional()).isTrue();
    }

    @Test
    void a_year_of_limits_may_begin_in_july() {
        assertThat(terms(SHANGHAI, "2026-06", "2026-06-15").provisional()).isFalse();
        assertThat(terms(SHANGHAI, "2027-06", "2027-06-15").provisional()).isFalse();
        assertThat(terms(SHANGHAI, "2027-07", "2027-07-01").provisional()).isTrue();
    }

    @Test
    void shanghai_collects_the_medical_contribution_too() {
        var assessed = (Assessed) base(SHANGHAI, "2026-09", Period.MONTH, "7546", "2026-09-15");
        assertThat(assessed.monthly().medical()).isEqualTo(Money.yuan("754.60"));
        assertThat(assessed.total()).isEqualTo(Money.yuan("2263.80"));
    }

    @ParameterizedTest
    @CsvSource({"60, 4533.00", "70, 5289.00", "100, 7555.00", "300, 22665.00"})
    void in_liaoning_a_tier_is_a_base(int percent, String base) {
        var assessed = (Assessed) tier(SHENYANG, percent);
        assertThat(assessed.base()).isEqualTo(Money.yuan(base));
    }

    @Test
    void liaoning_takes_only_its_tiers_and_the_others_only_bases() {
        assertThat(codes(tier(SHENYANG, 150))).containsExactly("TIER_NOT_OFFERED");
        assertThat(codes(base(SHENYANG, "2026-09", Period.MONTH, "5000", "2026-09-15")))
                .containsExactly("TIER_REQUIRED");
        assertThat(codes(tier(WEIFANG, 60))).containsExactly("BASE_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"4572.99, BASE_BELOW_LOWER_LIMIT", "4573.00, ''", "22863.00, ''", "22863.01, BASE_ABOVE_UPPER_LIMIT"})
    void both_limits_may_be_chosen_and_a_fen_beyond_may_not(String base, String code) {
        var assessment = base(WEIFANG, "2026-09", Period.MONTH, base, "2026-09-15");
        assertThat(codes(assessment)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void new_limits_are_known_on_the_day_of_their_publication() {
        assertThat(terms(WEIFANG, "2026-08", "2026-08-13").limits().lower()).isEqualTo(Money.yuan("4504"));
        assertThat(terms(WEIFANG, "2026-08", "2026-08-14").limits().lower()).isEqualTo(Money.yuan("4573"));
    }

    @Test
    void next_years_months_use_this_years_limits_until_theirs_are_published() {
        assertThat(limits("2027-03", "2027-03-01")).isEqualTo(limits("2026-12", "2027-03-01"));
    }

    @Test
    void limits_say_how_sure_they_are() {
        assertThat(limits("2026-09", "2026-09-15").status()).isEqualTo(Status.OFFICIAL);
        assertThat(limits("2022-09", "2026-09-15").status()).isEqualTo(Status.UNCERTAIN);
        assertThat(limits("2026-09", "2026-09-15").number()).isEqualTo("鲁人社字〔2026〕75号");
    }

    @Test
    void a_month_may_be_paid_until_its_last_day_and_not_before_its_first() {
        assertThat(codes(base(WEIFANG, "2026-09", Period.MONTH, "5000", "2026-09-01")))
                .isEmpty();
        assertThat(codes(base(WEIFANG, "2026-09", Period.MONTH, "5000", "2026-09-30")))
                .isEmpty();
        assertThat(codes(base(WEIFANG, "2026-09", Period.MONTH, "5000", "2026-10-01")))
                .containsExactly("PERIOD_CLOSED");
        assertThat(codes(base(WEIFANG, "2026-09", Period.MONTH, "5000", "2026-08-31")))
                .containsExactly("PERIOD_NOT_OPEN");
    }

    @Test
    void only_what_is_said_of_a_month_that_is_over_rests_on_the_unconfirmed_catching_up() {
        var rules = Law.standard().contribution();
        var september =
                new Choice(WEIFANG, Scheme.EMPLOYEE, YearMonth.of(2026, 9), Period.MONTH, Money.yuan("5000"), null);
        assertThat(rules.assess(september, LocalDate.of(2026, 9, 30)).trace().status())
                .isEqualTo(Status.DERIVED);
        assertThat(rules.assess(september, LocalDate.of(2026, 10, 1)).trace().status())
                .isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void a_period_does_not_reach_into_the_next_year_of_limits() {
        assertThat(codes(base(WEIFANG, "2026-10", Period.QUARTER, "5000", "2026-10-01")))
                .isEmpty();
        assertThat(codes(base(WEIFANG, "2026-11", Period.QUARTER, "5000", "2026-11-01")))
                .containsExactly("PERIOD_NOT_OFFERED");
        assertThat(codes(base(WEIFANG, "2026-01", Period.YEAR, "5000", "2026-01-01")))
                .isEmpty();
        assertThat(codes(base(WEIFANG, "2026-02", Period.YEAR, "5000", "2026-02-01")))
                .containsExactly("PERIOD_NOT_OFFERED");
    }

    @ParameterizedTest
    @EnumSource(names = "MONTH", mode = EnumSource.Mode.EXCLUDE)
    void shanghai_is_paid_by_the_month_only(Period period) {
        assertThat(codes(base(SHANGHAI, "2026-07", period, "8000", "2026-07-01")))
                .containsExactly("PERIOD_NOT_OFFERED");
    }

    @Test
    void a_refusal_lists_every_reason_sorted_and_cited() {
        var refused = (Refused) base(WEIFANG, "2025-11", Period.QUARTER, "100", "2026-09-15");

        assertThat(codes(refused)).containsExactly("BASE_BELOW_LOWER_LIMIT", "PERIOD_CLOSED", "PERIOD_NOT_OFFERED");
        assertThat(refused.reasons())
                .allSatisfy(reason -> assertThat(reason.citation().text()).isNotBlank());
    }

    @Test
    void a_month_before_all_data_and_a_province_or_scheme_without_a_pack_are_unknown_answers() {
        assertThatThrownBy(() -> base(WEIFANG, "2019-05", Period.MONTH, "5000", "2026-09-15"))
                .isInstanceOf(DataNotLoaded.class);
        assertThatThrownBy(() -> base(new Place("110000"), "2026-09", Period.MONTH, "5000", "2026-09-15"))
                .isInstanceOf(DataNotLoaded.class);
        assertThatThrownBy(() -> Law.standard()
                        .contribution()
                        .terms(WEIFANG, Scheme.RESIDENT, YearMonth.of(2026, 9), LocalDate.of(2026, 9, 15)))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void the_rate_of_shanghai_that_is_not_confirmed_is_not_used() {
        assertThatThrownBy(() -> base(SHANGHAI, "2024-02", Period.MONTH, "8000", "2024-02-28"))
                .isInstanceOf(DataNotLoaded.class)
                .hasMessageContaining("pension-rate");
    }

    @Test
    void a_choice_is_a_base_or_a_tier_and_no_base_is_negative() {
        var month = YearMonth.of(2026, 9);
        assertThatThrownBy(() -> new Choice(WEIFANG, Scheme.EMPLOYEE, month, Period.MONTH, Money.yuan("5000"), 60))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Choice(WEIFANG, Scheme.EMPLOYEE, month, Period.MONTH, Money.yuan("-1"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void account_and_pooled_part_make_the_contribution_and_the_months_make_the_total_to_the_fen() {
        qt().forAll(longs().between(4504_00, 22518_00)).check(fen -> {
            var assessed = (Assessed) base(WEIFANG, "2026-07", Period.HALF_YEAR, new Money(fen).toYuan(), "2026-07-01");
            var monthly = assessed.monthly();
            return monthly.account().plus(monthly.pooled()).equals(monthly.pension())
                    && !monthly.pooled().isNegative()
                    && monthly.pension().times(6).equals(assessed.total());
        });
    }

    @Test
    void the_trace_is_a_tree_of_amounts_and_articles() {
        var choice = choice(WEIFANG, "2026-09", Period.MONTH, "4573");
        var trace = Law.standard()
                .contribution()
                .assess(choice, LocalDate.of(2026, 9, 15))
                .trace();

        assertThat(trace.rule()).isEqualTo("contribution.assess");
        assertThat(trace.article()).contains("鲁人社字〔2026〕75号");
        assertThat(trace.outcome()).isEqualTo("914.60");
        var monthly = child(trace, "contribution.monthly");
        assertThat(monthly.children())
                .extracting(Trace::rule, Trace::outcome)
                .contains(
                        tuple("contribution.monthly.pension", "914.60"),
                        tuple("contribution.monthly.account", "365.84"),
                        tuple("contribution.monthly.pooled", "548.76"));
        var rate = child(child(monthly, "contribution.monthly.pension"), "national/employee/pension-rate");
        assertThat(rate.article()).contains("国发〔2005〕38号");
    }

    private static Trace child(Trace trace, String rule) {
        return trace.children().stream()
                .filter(child -> child.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule + " in " + trace));
    }

    @Test
    void the_terms_of_a_month_name_each_value_with_its_document() {
        var terms = terms(SHANGHAI, "2026-09", "2026-09-15");

        assertThat(terms.basis()).isEqualTo(Terms.Basis.BASE);
        assertThat(terms.limits()).isEqualTo(new Limits(Money.yuan("7546"), Money.yuan("37731")));
        assertThat(terms.medicalRate()).isEqualTo(Rate.of("0.10"));
        assertThat(terms.limitYearBegins()).isEqualTo(7);
        assertThat(terms.payableUntil()).isEqualTo("2026-09-30");
        assertThat(terms.provisions())
                .extracting(Provision::parameter)
                .contains("310000/employee/limits", "310000/employee/medical-rate", "national/employee/account-rate")
                .doesNotContain("310000/employee/tiers");
        assertThat(terms.provisions()).extracting(Provision::href).noneMatch(String::isBlank);
    }

    @Test
    void the_terms_of_liaoning_are_its_seven_tiers() {
        var terms = terms(new Place("210100"), "2026-09", "2026-09-15");

        assertThat(terms.basis()).isEqualTo(Terms.Basis.TIER);
        assertThat(terms.tiers().keySet()).containsExactly(60, 70, 80, 90, 100, 200, 300);
        assertThat(terms.medicalRate()).isNull();
    }

    private static Terms terms(Place place, String month, String on) {
        return Law.standard().contribution().terms(place, Scheme.EMPLOYEE, YearMonth.parse(month), LocalDate.parse(on));
    }

    private static Provision limits(String month, String on) {
        return terms(WEIFANG, month, on).provisions().stream()
                .filter(provision -> provision.parameter().endsWith("/limits"))
                .findFirst()
                .orElseThrow();
    }

    private static Choice choice(Place place, String month, Period period, String base) {
        return new Choice(place, Scheme.EMPLOYEE, YearMonth.parse(month), period, Money.yuan(base), null);
    }

    private static Assessment base(Place place, String month, Period period, String base, String on) {
        return Law.standard()
                .contribution()
                .assess(choice(place, month, period, base), LocalDate.parse(on))
                .value();
    }

    private static Assessment tier(Place place, int percent) {
        var choice = new Choice(place, Scheme.EMPLOYEE, YearMonth.of(2026, 9), Period.MONTH, null, percent);
        return Law.standard()
                .contribution()
                .assess(choice, LocalDate.of(2026, 9, 15))
                .value();
    }

    /** None where it was assessed. */
    private static List<String> codes(Assessment assessment) {
        return switch (assessment) {
            case Assessed assessed -> List.of();
            case Refused refused -> refused.reasons().stream().map(Reason::code).toList();
        };
    }
}
