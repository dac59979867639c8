package org.lingbao.rules.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.employment.Hiring.Reason;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

class EmploymentRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static final Place WEIFANG = new Place("370702");

    private final EmploymentRules rules = Law.standard().employment();

    @Test
    void the_months_of_hiring_and_of_leaving_are_the_employers() {
        var spell = new Spell(LocalDate.of(2026, 11, 30), LocalDate.of(2027, 2, 1));
        assertThat(rules.months(spell, Set.of(), null).value())
                .isEqualTo(new EmployedMonths(NOVEMBER, YearMonth.of(2027, 2)));
    }

    @Test
    void a_month_that_the_person_has_paid_stands_at_either_edge() {
        var spell = new Spell(LocalDate.of(2026, 11, 15), LocalDate.of(2027, 2, 10));
        var paid = Set.of(NOVEMBER, YearMonth.of(2026, 12), YearMonth.of(2027, 2));
        assertThat(rules.months(spell, paid, null).value())
                .isEqualTo(new EmployedMonths(YearMonth.of(2027, 1), YearMonth.of(2027, 1)));
    }

    @Test
    void an_employment_within_a_month_that_is_paid_has_no_month() {
        var spell = new Spell(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 20));
        assertThat(rules.months(spell, Set.of(NOVEMBER), null).value().isEmpty())
                .isTrue();
    }

    @Test
    void that_whole_months_are_the_employers_is_uncertain_and_the_trace_says_so() {
        var trace = rules.months(new Spell(TODAY, null), Set.of(), null).trace();
        assertThat(trace.status()).isEqualTo(Status.UNCERTAIN);
        assertThat(trace.text().zh()).contains("2026-11");
    }

    @Test
    void a_refusal_to_hire_names_age_and_retirement() {
        assertThat(rules.hire(LocalDate.of(2010, 11, 21), Sex.MALE, TODAY, TODAY)
                        .value())
                .isInstanceOfSatisfying(
                        Hiring.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Reason.UnderWorkingAge.class,
                                        under -> assertThat(under.age()).isEqualTo(15)));
        assertThat(rules.hire(LocalDate.of(1960, 1, 1), Sex.FEMALE, TODAY, TODAY)
                        .value())
                .isEqualTo(new Hiring.Refused(List.of(new Reason.Retired(LocalDate.of(2015, 1, 1)))));
    }

    @Test
    void an_employees_month_is_the_personal_and_the_employers_part() {
        assertThat(rules.contribution(new Place("370700"), NOVEMBER, Money.yuan("4573"), TODAY)
                        .value())
                .isEqualTo(
                        new EmployedContribution.Due(Money.yuan("4573"), Money.yuan("365.84"), Money.yuan("731.68")));
    }

    @Test
    void whoever_is_past_the_age_is_insured_against_work_injury_alone_and_that_is_uncertain() {
        var cover = rules.injury(WEIFANG, LocalDate.of(1960, 1, 1), Sex.MALE, false, TODAY, TODAY);
        assertThat(cover.value()).isEqualTo(new InjuryCover.Allowed());
        assertThat(cover.trace().status()).isEqualTo(Status.UNCERTAIN);
    }

    @Test
    void who_works_whole_days_and_has_not_reached_the_age_is_an_employee_too() {
        var born = LocalDate.of(1990, 5, 5);
        assertThat(rules.injury(WEIFANG, born, Sex.MALE, true, TODAY, TODAY).value())
                .isEqualTo(new InjuryCover.Allowed());
        assertThat(rules.injury(WEIFANG, born, Sex.MALE, false, TODAY, TODAY).value())
                .isInstanceOfSatisfying(
                        InjuryCover.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .isInstanceOf(InjuryCover.Reason.EmployeeSchemeRequired.class));
    }

    @Test
    void where_nobody_has_loaded_the_rules_nothing_is_guessed() {
        assertThatThrownBy(() ->
                        rules.injury(new Place("210200"), LocalDate.of(1960, 1, 1), Sex.MALE, false, TODAY, TODAY))
                .isInstanceOf(DataNotLoaded.class);
    }
}
