package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.HireDecision.Known;
import org.lingbao.enrollment.standing.domain.HireDecision.Reason;
import org.lingbao.enrollment.standing.domain.HireDecision.Wanted;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

class HireDecisionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate OLD = LocalDate.of(1960, 1, 1);
    private static final LocalDate YOUNG = LocalDate.of(1990, 5, 5);

    @Test
    void whoever_is_past_the_age_is_insured_against_work_injury_alone() {
        assertThat(decide(OLD, wanted("370700", false, Scheme.INJURY))).isEqualTo(new HireDecision.Accepted());
        assertThat(codes(decide(OLD, wanted("370700", false, Scheme.EMPLOYEE, Scheme.INJURY))))
                .containsExactly("RETIRED_BEFORE_HIRING");
    }

    @Test
    void a_part_timer_is_insured_against_work_injury_alone_and_nobody_else_before_the_age() {
        assertThat(decide(YOUNG, wanted("370700", true, Scheme.INJURY))).isEqualTo(new HireDecision.Accepted());
        assertThat(codes(decide(YOUNG, wanted("370700", false, Scheme.INJURY))))
                .containsExactly("EMPLOYEE_SCHEME_REQUIRED");
        assertThat(decide(YOUNG, wanted("370700", false, Scheme.EMPLOYEE, Scheme.INJURY)))
                .isEqualTo(new HireDecision.Accepted());
    }

    @Test
    void a_refusal_lists_every_reason() {
        var child = LocalDate.of(2012, 5, 5);
        var wanted = new Wanted(new Place("370700"), Set.of(Scheme.INJURY), false, TODAY.plusMonths(3));

        assertThat(codes(HireDecision.of(
                        child, Sex.MALE, wanted, TODAY, Known.OTHERWISE, Set.of(new Ending.Died(TODAY)))))
                .containsExactly(
                        "DAY_TOO_FAR_AHEAD", "EMPLOYEE_SCHEME_REQUIRED", "IDENTITY_NOT_CONFIRMED", "UNDER_WORKING_AGE");
    }

    @Test
    void nobody_is_hired_after_their_death_and_who_draws_the_pension_is_no_employee_and_all_is_told() {
        var died = new Ending.Died(TODAY.minusDays(1));
        var retired = new Ending.Retired(YearMonth.from(TODAY));

        assertThat(codes(decide(TODAY, Known.EMPLOYED_HERE, died, retired)))
                .containsExactly("ALREADY_EMPLOYED_HERE", "DRAWING_PENSION", "NOBODY_JOINS_AFTER_DEATH");
        assertThat(codes(decide(TODAY, Known.OTHERWISE, died, retired))).containsExactly("IDENTITY_NOT_CONFIRMED");
    }

    @Test
    void a_hire_before_them_may_be_declared_late() {
        var died = new Ending.Died(TODAY.minusDays(1));
        var retired = new Ending.Retired(YearMonth.from(TODAY));

        assertThat(decide(TODAY.minusDays(1), Known.AS_STATED, died, retired)).isEqualTo(new HireDecision.Accepted());
    }

    @Test
    void who_draws_the_pension_is_insured_against_work_injury_alone() {
        var retired = new Ending.Retired(YearMonth.from(TODAY));

        assertThat(HireDecision.of(
                        OLD, Sex.MALE, wanted("370700", false, Scheme.INJURY), TODAY, Known.AS_STATED, Set.of(retired)))
                .isEqualTo(new HireDecision.Accepted());
    }

    private static HireDecision decide(LocalDate startsOn, Known known, Ending... ended) {
        var wanted = new Wanted(new Place("370700"), Set.of(Scheme.EMPLOYEE), false, startsOn);
        return HireDecision.of(YOUNG, Sex.MALE, wanted, TODAY, known, Set.of(ended));
    }

    @Test
    void where_a_place_has_no_rules_of_work_injury_nothing_is_guessed() {
        assertThatThrownBy(() -> decide(YOUNG, wanted("210200", false, Scheme.EMPLOYEE, Scheme.INJURY)))
                .isInstanceOf(DataNotLoaded.class);
        assertThat(decide(YOUNG, wanted("210200", false, Scheme.EMPLOYEE))).isEqualTo(new HireDecision.Accepted());
    }

    private static Wanted wanted(String place, boolean partTime, Scheme... schemes) {
        return new Wanted(new Place(place), Arrays.stream(schemes).collect(Collectors.toSet()), partTime, TODAY);
    }

    private static HireDecision decide(LocalDate born, Wanted wanted) {
        return HireDecision.of(born, Sex.MALE, wanted, TODAY, Known.AS_STATED, Set.of());
    }

    private static List<String> codes(HireDecision decision) {
        return decision instanceof HireDecision.Refused(var reasons)
                ? reasons.stream().map(Reason::code).toList()
                : List.of();
    }
}
