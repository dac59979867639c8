package org.lingbao.rules.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.rules.forecast.Workers.NEXT_MONTH;
import static org.lingbao.rules.forecast.Workers.SHANGHAI;
import static org.lingbao.rules.forecast.Workers.SHENYANG;
import static org.lingbao.rules.forecast.Workers.TODAY;
import static org.lingbao.rules.forecast.Workers.TODAYS_MONEY;
import static org.lingbao.rules.forecast.Workers.WEIFANG;
import static org.lingbao.rules.forecast.Workers.amount;
import static org.lingbao.rules.forecast.Workers.assuming;
import static org.lingbao.rules.forecast.Workers.expected;
import static org.lingbao.rules.forecast.Workers.monthsAYear;
import static org.lingbao.rules.forecast.Workers.nearRetirement;
import static org.lingbao.rules.forecast.Workers.percent;
import static org.lingbao.rules.forecast.Workers.retiring;
import static org.lingbao.rules.forecast.Workers.young;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingbao.rules.Law;
import org.lingbao.rules.account.CreditingRate;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.forecast.Forecast.Reason;
import org.lingbao.rules.forecast.Forecast.Refused;
import org.lingbao.rules.pension.BaseWage;
import org.lingbao.rules.pension.MonthlyPension;
import org.lingbao.rules.pension.PayoutMonths;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

class ForecastRulesTest {

    @Test
    void four_months_before_retirement_every_figure_can_be_reckoned_by_hand() {
        // 4573 = 60 % of 7621, raised to the limit; 365.84 and 914.60 a month. December 2026, then January to March
        // 2027.
        // 2026: 60000 + 365.84 + 900.00 + 0.46; 2027: + 3 × 365.84. Index (200 × 0.6 + 4 × 0.6001) / 204.
        assertThat(expected(nearRetirement(percent(60))))
                .isEqualTo(new Expected(
                        LocalDate.parse("2027-03-15"),
                        new Age(60, 6),
                        new PayoutMonths(new BigDecimal("135.5")),
                        180,
                        204,
                        Rate.of("0.6"),
                        new BaseWage(Money.yuan("7831"), Year.of(2025), true),
                        new CreditingRate(Rate.of("0.015"), true),
                        Money.yuan("62363.82"),
                        Money.yuan("3658.40"),
                        new MonthlyPension(
                                Money.yuan("4698.60"), Money.yuan("1065.02"), Money.yuan("460.25"), Money.ZERO, 2)));
    }

    @Test
    void what_was_credited_this_year_bears_interest_until_its_end() {
        var past = new Past(200, Rate.of("0.6"), Money.yuan("60000"), Money.yuan("1000"), Money.yuan("12000"), 0, null);
        var question = nearRetirement(percent(60));
        var richer = new Question(
                WEIFANG, Category.MALE_60, question.birthDate(), past, question.plan(), TODAYS_MONEY, TODAY);

        // 12365.84 × 1.5 % / 12 = 15.46, and not 0.46.
        assertThat(expected(richer).accountBalance()).isEqualTo(Money.yuan("63378.82"));
    }

    @Test
    void assumed_growth_moves_the_base_and_the_base_wage_each_january() {
        var expected = expected(assuming(nearRetirement(percent(60)), "0.10", "0.03"));

        // 7831 of 2025 for 2027; 60 % of 8383.10 from January: 402.39 and 1005.97 a month.
        assertThat(expected.baseWage()).isEqualTo(new BaseWage(Money.yuan("9475.51"), Year.of(2025), true));
        assertThat(expected.paidIn()).isEqualTo(Money.yuan("3932.51"));
        assertThat(expected.accountBalance()).isEqualTo(Money.yuan("63373.92"));
        assertThat(expected.creditingRate()).isEqualTo(new CreditingRate(Rate.of("0.03"), true));
    }

    @Test
    void an_amount_stays_as_it_is_until_the_growing_lower_limit_reaches_it() {
        var question = nearRetirement(amount("5000"));

        assertThat(expected(question).paidIn()).isEqualTo(Money.yuan("4000"));
        // 60 % of 8383.10 is 5029.86.
        assertThat(expected(assuming(question, "0.10", "0.03")).paidIn()).isEqualTo(Money.yuan("4017.91"));
    }

    @Test
    void a_plan_pays_only_so_many_months_of_each_year_and_only_from_its_beginning() {
        var fromMay = new Plan(percent(60).base(), YearMonth.parse("2027-05"), 5, Workers.IN_TIME);
        var expected = expected(young(WEIFANG, fromMay));

        // To the year before retirement 2048-05 five months each, of the last year five.
        assertThat(expected.retirement()).isEqualTo("2048-05-31");
        assertThat(expected.months()).isEqualTo(96 + 5 * 22);
        assertThat(expected.minimumReached()).isFalse();
        assertThat(expected(young(WEIFANG, percent(60))).minimumReached()).isTrue();
    }

    @Test
    void liaoning_takes_its_tiers_and_its_cities_own_base_wage() {
        var expected = expected(young(SHENYANG, percent(70)));

        assertThat(expected.baseWage().amount()).isEqualTo(Money.yuan("8390"));
        assertThat(expected.paidIn())
                .isEqualTo(Money.yuan("5289")
                        .times(Rate.of("0.2"), RoundingMode.UNNECESSARY)
                        .times(258));
    }

    @Test
    void an_age_is_counted_in_completed_months_also_for_who_was_born_on_the_31st() {
        assertThat(ageOf("1968-01-31", "2029-02-28")).isEqualTo(new Age(61, 1));
        assertThat(ageOf("1968-01-31", "2029-02-27")).isEqualTo(new Age(61, 0));
        assertThat(ageOf("1968-01-15", "2029-02-14")).isEqualTo(new Age(61, 0));
        assertThat(ageOf("1968-01-15", "2029-02-15")).isEqualTo(new Age(61, 1));
    }

    @Test
    void who_leaves_early_needs_the_minimum_of_the_chosen_year_and_who_leaves_late_that_of_the_statutory_one() {
        var born = LocalDate.parse("1972-03-15");
        var early = leaving(born, new Plan.Retire.AsEarlyAsPossible());
        var statutory = leaving(born, Workers.IN_TIME);
        var late = leaving(born, new Plan.Retire.On(statutory.retirement().plusYears(2)));

        assertThat(statutory.retirement()).isEqualTo("2034-01-15");
        assertThat(statutory.minimumMonths()).isEqualTo(210);
        assertThat(early.retirement()).isEqualTo("2032-03-15");
        assertThat(early.minimumMonths()).isEqualTo(198);
        assertThat(early.age()).isEqualTo(new Age(60, 0));
        assertThat(late.minimumMonths()).isEqualTo(210);
        assertThat(late.age()).isEqualTo(new Age(63, 10));
    }

    @Test
    void leaving_late_without_an_employer_is_marked_as_not_confirmed() {
        var question = young(WEIFANG, percent(60));
        var late = young(WEIFANG, retiring(percent(60), new Plan.Retire.On(LocalDate.parse("2049-05-31"))));

        assertThat(Law.standard().forecast().of(question).trace().status()).isEqualTo(Status.DERIVED);
        assertThat(Law.standard().forecast().of(late).trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "370700, 59, BASE_BELOW_LOWER_LIMIT",
        "370700, 301, BASE_ABOVE_UPPER_LIMIT",
        "310000, 50, BASE_BELOW_LOWER_LIMIT",
        "210100, 65, TIER_NOT_OFFERED"
    })
    void a_percentage_that_is_not_offered_is_refused(String place, int percent, String code) {
        assertThat(codes(young(new Place(place), percent(percent)))).containsExactly(code);
    }

    @Test
    void a_refusal_lists_every_reason() {
        var plan = retiring(amount("100"), new Plan.Retire.On(TODAY));
        assertThat(codes(young(WEIFANG, plan)))
                .containsExactly("BASE_BELOW_LOWER_LIMIT", "RETIREMENT_DATE_NOT_OFFERED", "RETIREMENT_DATE_PASSED");
        assertThat(codes(young(SHENYANG, amount("6000")))).containsExactly("TIER_REQUIRED");
    }

    @Test
    void a_refusal_cites_and_explains() {
        var refused = Law.standard().forecast().of(young(WEIFANG, percent(59)));

        assertThat(refused.value())
                .isInstanceOfSatisfying(
                        Refused.class,
                        value -> assertThat(value.reasons())
                                .extracting(reason -> reason.citation().number())
                                .containsExactly("鲁人社字〔2026〕75号"));
        assertThat(refused.trace().text().zh()).isEqualTo("2026-11-21 测算在 370700、2048-05-31 退休：基数低于下限");
    }

    @Test
    void what_cannot_be_meant_is_an_error() {
        assertThatThrownBy(() -> monthsAYear(percent(60), 13)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> monthsAYear(percent(60), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Past(10, Rate.of("1"), Money.ZERO, Money.ZERO, Money.ZERO, 11, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Past(10, Rate.of("1"), Money.yuan("-1"), Money.ZERO, Money.ZERO, 0, null))
                .isInstanceOf(IllegalArgumentException.class);
        var early = new Plan(percent(60).base(), NEXT_MONTH.minusMonths(2), 12, Workers.IN_TIME);
        assertThatThrownBy(() -> young(WEIFANG, early)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> expected(young(new Place("110000"), percent(60))))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void who_never_paid_and_never_will_has_nothing() {
        var nothing = new Question(
                SHANGHAI,
                Category.FEMALE_55,
                LocalDate.parse("1990-05-31"),
                Past.none(),
                monthsAYear(percent(60), 0),
                TODAYS_MONEY,
                TODAY);
        var expected = expected(nothing);
        assertThat(expected.averageIndex()).isEqualTo(Rate.of("0"));
        assertThat(expected.pension().total()).isEqualTo(Money.ZERO);
        assertThat(expected.paidIn()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_trace_tells_the_assumptions_and_each_year_of_the_account() {
        var trace = Law.standard().forecast().of(nearRetirement(percent(60))).trace();

        assertThat(trace.text().en())
                .isEqualTo("By the law as known on 2026-11-21, retiring in 370700 on 2027-03-15: 204 months paid"
                        + " (minimum 180, reached), base wage 7831.00, assuming wages to grow by 0 a year and a"
                        + " crediting rate of 0.015: about 1525.27 yuan a month");
        assertThat(trace.children())
                .extracting(child -> child.rule())
                .containsExactly(
                        "retirement.age",
                        "forecast.pension.base",
                        "forecast.pension.account",
                        "forecast.pension.average-index",
                        "pension.base-wage",
                        "pension.payout-months",
                        "pension.monthly");
        assertThat(trace.children().get(2).children())
                .extracting(child -> child.text().en())
                .containsExactly(
                        "Crediting rate of 2026: 0.015 (provisional, the last published one)",
                        "2026: 1 months on a base of 4573.00 (914.60 paid), the account goes from 60000.00 to 61266.30"
                                + " yuan",
                        "2027: 3 months on a base of 4573.00 (2743.80 paid), the account goes from 61266.30 to 62363.82"
                                + " yuan");
    }

    private static Age ageOf(String born, String retirement) {
        return leaving(LocalDate.parse(born), new Plan.Retire.On(LocalDate.parse(retirement)))
                .age();
    }

    private static Expected leaving(LocalDate born, Plan.Retire retire) {
        return expected(new Question(
                WEIFANG,
                Category.MALE_60,
                born,
                Workers.paid(150),
                retiring(percent(100), retire),
                TODAYS_MONEY,
                TODAY));
    }

    private static List<String> codes(Question question) {
        return ((Refused) Law.standard().forecast().of(question).value())
                .reasons().stream().map(Reason::code).toList();
    }
}
