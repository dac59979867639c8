package org.lingbao.rules.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.bridging.Conversion.IntoEmployee;
import org.lingbao.rules.bridging.Conversion.IntoResident;
import org.lingbao.rules.bridging.Conversion.Reason;
import org.lingbao.rules.bridging.Conversion.Refused;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

class BridgingRulesTest {
    private static final BridgingRules RULES = Law.standard().bridging();
    private static final LocalDate ON = LocalDate.parse("2026-09-01");

    @Test
    void into_the_employee_scheme_the_money_goes_and_the_years_do_not() {
        assertThat(convert(Direction.RESIDENT_TO_EMPLOYEE, person(180, 10, "2028-05")))
                .isEqualTo(new IntoEmployee(180, Money.yuan("32500.00")));
    }

    @Test
    void into_the_resident_scheme_full_years_count() {
        assertThat(convert(Direction.EMPLOYEE_TO_RESIDENT, person(107, 5, "2028-05")))
                .isEqualTo(new IntoResident(13, Money.yuan("32500.00")));
        assertThat(convert(Direction.EMPLOYEE_TO_RESIDENT, person(108, 5, "2028-05")))
                .isEqualTo(new IntoResident(14, Money.yuan("32500.00")));
    }

    @Test
    void a_refusal_lists_every_reason_with_both_figures() {
        var person = new BothSchemes(10, 0, Money.ZERO, Money.ZERO, YearMonth.parse("2031-01"), true);
        assertThat(convert(Direction.RESIDENT_TO_EMPLOYEE, person)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reasons())
                    .extracting(Reason::code)
                    .containsExactly("DRAWING_PENSION", "EMPLOYEE_YEARS_BELOW_MINIMUM");
            assertThat(refused.reasons().getLast())
                    .isInstanceOfSatisfying(Reason.EmployeeYearsBelowMinimum.class, below -> {
                        assertThat(below.months()).isEqualTo(10);
                        assertThat(below.minimum()).isEqualTo(192);
                    });
        });
    }

    @Test
    void exactly_one_direction_is_open_and_no_fen_is_lost() {
        qt().forAll(
                        integers().between(0, 500),
                        integers().between(0, 40),
                        integers().between(1980, 2060))
                .check((months, years, year) -> {
                    var person = person(months, years, year + "-06");
                    var into = convert(Direction.RESIDENT_TO_EMPLOYEE, person);
                    var outOf = convert(Direction.EMPLOYEE_TO_RESIDENT, person);
                    return into instanceof IntoEmployee(var kept, var account)
                            ? kept == months && account.equals(Money.yuan("32500.00")) && outOf instanceof Refused
                            : outOf instanceof IntoResident(var total, var all)
                                    && total == years + months / 12
                                    && all.equals(Money.yuan("32500.00"));
                });
    }

    @Test
    void the_minimum_is_that_known_on_the_day_of_asking() {
        var person = person(180, 0, "2031-01");
        var before = LocalDate.parse("2024-09-12");
        assertThat(RULES.convert(Direction.RESIDENT_TO_EMPLOYEE, person, before).value())
                .isInstanceOf(IntoEmployee.class);
        assertThat(convert(Direction.RESIDENT_TO_EMPLOYEE, person)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> RULES.convert(Direction.RESIDENT_TO_EMPLOYEE, person, LocalDate.parse("2014-06-30")))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void a_refund_is_a_share_of_the_year_and_never_more() {
        qt().forAll(longs().between(0, 100_000_000L), integers().between(0, 11)).check((fen, months) -> {
            var payment = new Money(fen);
            var refund = refund(payment, months);
            return refund.compareTo(refund(payment, months + 1)) <= 0
                    && refund(payment, 12).equals(payment)
                    && !refund.isNegative();
        });
    }

    @Test
    void no_refund_for_more_than_a_year_or_of_a_negative_payment() {
        assertThatThrownBy(() -> refund(Money.yuan("500"), 13)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> refund(Money.yuan("500"), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> refund(Money.yuan("-500"), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_drew_both_gets_the_account_without_subsidy_after_repaying_the_basic_pension() {
        assertThat(clear("3000", "500", "1800", "1800")).isEqualTo(clearance("0", "2500", "0"));
        assertThat(clear("3000", "500", "1800", "0")).isEqualTo(clearance("1800", "700", "0"));
        assertThat(clear("3000", "500", "4000", "300")).isEqualTo(clearance("2500", "0", "1200"));
    }

    @Test
    void clearing_neither_makes_nor_loses_money() {
        qt().forAll(
                        longs().between(0, 10_000_000L),
                        longs().between(0, 10_000_000L),
                        longs().between(0, 10_000_000L),
                        longs().between(0, 10_000_000L))
                .check((own, subsidy, repaid, open) -> {
                    var drawn = new BothDrawn(
                            new Money(own + subsidy), new Money(subsidy), new Money(repaid + open), new Money(repaid));
                    var cleared = RULES.clear(drawn, ON).value();
                    return cleared.setOff().plus(cleared.refund()).equals(new Money(own))
                            && cleared.setOff().plus(cleared.owed()).equals(new Money(open))
                            && (cleared.refund().isZero() || cleared.owed().isZero());
                });
    }

    @Test
    void more_subsidy_than_account_or_more_repaid_than_drawn_is_malformed() {
        assertThatThrownBy(() -> clear("100", "101", "0", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clear("100", "0", "10", "11")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clear("100", "-1", "10", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_result_is_told_in_words_with_its_article() {
        var refused = RULES.convert(Direction.EMPLOYEE_TO_RESIDENT, person(180, 5, "2028-05"), ON)
                .trace();
        assertThat(refused.text().zh()).startsWith("职工转居民").endsWith("职工缴费年限已够");
        assertThat(refused.article()).contains("人社部发〔2014〕17号");
        assertThat(RULES.convert(Direction.EMPLOYEE_TO_RESIDENT, person(96, 5, "2028-05"), ON)
                        .trace()
                        .text()
                        .zh())
                .endsWith("13 年居民缴费年限");
        assertThat(RULES.overlapRefund(Money.yuan("500"), 5, ON).trace().text().zh())
                .isEqualTo("当年个人缴费和集体补助 500.00 元 × 5 ÷ 12 = 退还 208.33 元");
        var drawn = new BothDrawn(Money.yuan("3000"), Money.yuan("500"), Money.yuan("1800"), Money.ZERO);
        assertThat(RULES.clear(drawn, ON).trace().text().zh())
                .isEqualTo("终止城乡居民基本养老保险；可退 2500.00 元，抵扣 1800.00 元，退还 700.00 元，尚欠 0.00 元");
    }

    private static Conversion convert(Direction direction, BothSchemes person) {
        return RULES.convert(direction, person, ON).value();
    }

    private static BothSchemes person(int employeeMonths, int residentYears, String reachesAgeIn) {
        return new BothSchemes(
                employeeMonths,
                residentYears,
                Money.yuan("30000"),
                Money.yuan("2500"),
                YearMonth.parse(reachesAgeIn),
                false);
    }

    private static Money refund(Money payment, int months) {
        return RULES.overlapRefund(payment, months, ON).value();
    }

    private static Clearance clear(String account, String subsidy, String drawn, String repaid) {
        var both = new BothDrawn(Money.yuan(account), Money.yuan(subsidy), Money.yuan(drawn), Money.yuan(repaid));
        return RULES.clear(both, ON).value();
    }

    private static Clearance clearance(String setOff, String refund, String owed) {
        return new Clearance(Scheme.RESIDENT, Money.yuan(setOff), Money.yuan(refund), Money.yuan(owed));
    }
}
