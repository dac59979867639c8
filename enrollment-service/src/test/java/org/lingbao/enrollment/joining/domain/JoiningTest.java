package org.lingbao.enrollment.joining.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.enrollment.joining.domain.Applicants.SHANGHAI;
import static org.lingbao.enrollment.joining.domain.Applicants.SHENYANG;
import static org.lingbao.enrollment.joining.domain.Applicants.TODAY;
import static org.lingbao.enrollment.joining.domain.Applicants.WEICHENG;
import static org.lingbao.enrollment.joining.domain.Applicants.asks;
import static org.lingbao.enrollment.joining.domain.Applicants.asksForMedicalInShanghai;
import static org.lingbao.enrollment.joining.domain.Applicants.covered;
import static org.lingbao.enrollment.joining.domain.Applicants.driverFromWeifang;
import static org.lingbao.enrollment.joining.domain.Applicants.employedIn;
import static org.lingbao.enrollment.joining.domain.Applicants.flexibleIn;
import static org.lingbao.enrollment.joining.domain.Applicants.insured;
import static org.lingbao.enrollment.joining.domain.Applicants.worksAt;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.joining.domain.Application.Statements;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Reason;
import org.lingbao.enrollment.joining.domain.Decision.Refused;
import org.lingbao.enrollment.joining.domain.Insured.Cover;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.enrollment.Notice;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Scheme;

class JoiningTest {

    @Test
    void a_driver_with_hukou_in_the_city_is_accepted_at_once() {
        var decision = Joining.decide(asks(Scheme.EMPLOYEE), driverFromWeifang(), TODAY);

        assertThat(decision)
                .isEqualTo(new Accepted(
                        Ground.HUKOU, List.of(), YearMonth.of(2026, 9), YearMonth.of(2053, 5), decision.trace()));
    }

    @Test
    void a_driver_from_another_province_is_accepted_where_he_works() {
        var stranger = insured(LocalDate.of(1990, 5, 5), Sex.MALE, SHENYANG);

        assertThat(Joining.decide(worksAt(WEICHENG), stranger, TODAY))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.ground()).isEqualTo(Ground.WORK_PLACE));
    }

    @Test
    void a_refusal_lists_every_reason() {
        var child = employedIn(insured(LocalDate.of(2012, 1, 1), Sex.FEMALE, SHENYANG), Scheme.EMPLOYEE);

        var decision = Joining.decide(asks(Scheme.EMPLOYEE, new Statements(true, false)), child, TODAY);

        assertThat(codes(decision))
                .containsExactly("ALREADY_EMPLOYED_INSURED", "DRAWING_PENSION", "NO_PLACE_GROUND", "UNDER_MINIMUM_AGE");
    }

    @Test
    void every_reason_of_the_law_names_its_article() {
        var child = insured(LocalDate.of(2012, 1, 1), Sex.FEMALE, SHENYANG);

        var refused = (Refused) Joining.decide(asks(Scheme.EMPLOYEE), child, TODAY);

        assertThat(refused.reasons())
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason).isInstanceOfSatisfying(Reason.OfLaw.class, ofLaw -> {
                    assertThat(ofLaw.reason().citation().title()).isNotBlank();
                    assertThat(ofLaw.reason().citation().published()).isBeforeOrEqualTo(TODAY);
                }));
    }

    @Test
    void a_live_relation_in_the_scheme_refuses_a_second_one() {
        var enrolled = flexibleIn(driverFromWeifang(), Scheme.EMPLOYEE);

        assertThat(codes(Joining.decide(asks(Scheme.EMPLOYEE), enrolled, TODAY)))
                .containsExactly("ALREADY_ENROLLED");
    }

    @Test
    void a_live_relation_in_the_resident_scheme_refuses_a_second_one_there_too() {
        var enrolled = flexibleIn(driverFromWeifang(), Scheme.RESIDENT);

        assertThat(codes(Joining.decide(asks(Scheme.RESIDENT), enrolled, TODAY)))
                .containsExactly("ALREADY_ENROLLED");
    }

    @Test
    void a_former_resident_payer_may_join_the_employee_scheme() {
        var resident = flexibleIn(driverFromWeifang(), Scheme.RESIDENT);

        assertThat(Joining.decide(asks(Scheme.EMPLOYEE), resident, TODAY)).isInstanceOf(Accepted.class);
    }

    @Test
    void an_employer_that_we_know_of_counts_even_where_the_person_denies_it() {
        var employed = employedIn(driverFromWeifang(), Scheme.EMPLOYEE);

        assertThat(codes(Joining.decide(asks(Scheme.EMPLOYEE, new Statements(false, false)), employed, TODAY)))
                .containsExactly("ALREADY_EMPLOYED_INSURED");
        assertThat(codes(Joining.decide(asks(Scheme.RESIDENT), employed, TODAY)))
                .containsExactly("ALREADY_EMPLOYED_INSURED");
    }

    @Test
    void an_employer_that_only_the_person_knows_of_counts_as_well() {
        assertThat(codes(
                        Joining.decide(asks(Scheme.EMPLOYEE, new Statements(false, true)), driverFromWeifang(), TODAY)))
                .containsExactly("ALREADY_EMPLOYED_INSURED");
    }

    @Test
    void a_person_who_draws_a_pension_is_refused() {
        assertThat(codes(
                        Joining.decide(asks(Scheme.EMPLOYEE, new Statements(true, false)), driverFromWeifang(), TODAY)))
                .containsExactly("DRAWING_PENSION");
    }

    @Test
    void one_may_join_on_the_sixteenth_birthday_and_not_the_day_before() {
        var youngster = insured(LocalDate.of(2010, 9, 1), Sex.MALE, WEICHENG);

        assertThat(Joining.decide(asks(Scheme.EMPLOYEE), youngster, TODAY)).isInstanceOf(Accepted.class);
        assertThat(codes(Joining.decide(asks(Scheme.EMPLOYEE), youngster, TODAY.minusDays(1))))
                .containsExactly("UNDER_MINIMUM_AGE");
    }

    @Test
    void a_man_over_sixty_who_has_not_reached_his_own_retirement_age_may_join_and_is_warned() {
        var man = insured(LocalDate.of(1966, 8, 1), Sex.MALE, WEICHENG);

        assertThat(Joining.decide(asks(Scheme.EMPLOYEE), man, TODAY))
                .isInstanceOfSatisfying(Accepted.class, accepted -> {
                    assertThat(accepted.notices()).containsExactly(Notice.MAY_NOT_REACH_MINIMUM_MONTHS);
                    assertThat(accepted.lastPayable()).isEqualTo(YearMonth.of(2027, 1));
                });
    }

    @Test
    void a_man_past_his_retirement_age_is_refused() {
        var man = insured(LocalDate.of(1965, 1, 20), Sex.MALE, WEICHENG);

        assertThat(codes(Joining.decide(asks(Scheme.EMPLOYEE), man, TODAY))).containsExactly("REACHED_RETIREMENT_AGE");
    }

    @Test
    void a_woman_insured_as_flexible_worker_pays_until_the_retirement_age_that_was_55() {
        var woman = insured(LocalDate.of(1990, 3, 15), Sex.FEMALE, WEICHENG);

        assertThat(Joining.decide(asks(Scheme.EMPLOYEE), woman, TODAY))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.lastPayable()).isEqualTo(YearMonth.of(2048, 3)));
    }

    @Test
    void the_resident_scheme_sets_no_last_month_here() {
        assertThat(Joining.decide(asks(Scheme.RESIDENT), driverFromWeifang(), TODAY))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.lastPayable()).isNull());
    }

    @Test
    void the_relation_begins_with_the_month_of_the_application() {
        assertThat(Joining.decide(asks(Scheme.EMPLOYEE), driverFromWeifang(), LocalDate.of(2026, 12, 31)))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.from()).isEqualTo(YearMonth.of(2026, 12)));
    }

    @Test
    void a_scheme_without_rules_is_neither_accepted_nor_refused() {
        assertThatThrownBy(() -> Joining.decide(asks(Scheme.INJURY), driverFromWeifang(), TODAY))
                .isInstanceOf(DataNotLoaded.class);
    }

    @Test
    void medical_insurance_is_joined_with_a_pension_that_the_person_pays_and_by_the_rules_of_the_pension() {
        var driver = insured(LocalDate.of(1990, 5, 5), Sex.MALE, SHANGHAI);
        var pensioner = new Statements(true, false);

        assertThat(Joining.decide(
                        asksForMedicalInShanghai(new Statements(false, false)),
                        flexibleIn(driver, Scheme.EMPLOYEE),
                        TODAY))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.from()).isEqualTo(YearMonth.from(TODAY)));
        assertThat(codes(Joining.decide(
                        asksForMedicalInShanghai(pensioner), employedIn(driver, Scheme.EMPLOYEE), TODAY)))
                .containsExactly("ALREADY_EMPLOYED_INSURED", "DRAWING_PENSION", "MEDICAL_WITHOUT_PENSION");
        assertThat(codes(Joining.decide(
                        asks(Scheme.MEDICAL), flexibleIn(driver, Scheme.EMPLOYEE, Scheme.MEDICAL), TODAY)))
                .as("where it is paid apart")
                .containsExactly("ALREADY_ENROLLED", "RULES_NOT_LOADED");
    }

    @Test
    void the_trace_holds_the_law_and_the_retirement_age_with_their_articles() {
        var trace = Joining.decide(asks(Scheme.EMPLOYEE), driverFromWeifang(), TODAY)
                .trace();

        assertThat(trace.rule()).isEqualTo("joining.decide");
        assertThat(trace.outcome()).isEqualTo("accepted: HUKOU");
        assertThat(trace.inputs()).containsEntry("place", "370700").containsEntry("scheme", "EMPLOYEE");
        assertThat(trace.children()).extracting(Trace::rule).containsExactly("enrollment.decide", "retirement.age");
        assertThat(trace.children()).extracting(Trace::article).noneMatch(String::isBlank);
    }

    @Test
    void a_refusal_without_a_reason_cannot_be_made() {
        var trace = Joining.decide(asks(Scheme.EMPLOYEE), driverFromWeifang(), TODAY)
                .trace();

        assertThatThrownBy(() -> new Refused(List.of(), trace)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> codes(Decision decision) {
        return ((Refused) decision).reasons().stream().map(Reason::code).toList();
    }

    @Test
    void a_month_that_another_relation_has_is_not_joined() {
        var now = YearMonth.from(TODAY);
        for (var employed : List.of(true, false)) {
            var left = covered(driverFromWeifang(), new Cover(Scheme.EMPLOYEE, employed, now.minusMonths(3), now));

            assertThat(from(asks(Scheme.EMPLOYEE), left)).isEqualTo(now.plusMonths(1));
            assertThat(from(asks(Scheme.RESIDENT), left)).isEqualTo(now.plusMonths(1));
        }
        var resident = covered(driverFromWeifang(), new Cover(Scheme.RESIDENT, false, now.minusMonths(3), now));
        assertThat(from(asks(Scheme.EMPLOYEE), resident)).isEqualTo(now);
    }

    @Test
    void who_is_hired_from_a_later_month_on_joins_the_months_until_then() {
        var now = YearMonth.from(TODAY);
        var hired = covered(driverFromWeifang(), new Cover(Scheme.EMPLOYEE, true, now.plusMonths(1), null));
        var leavesAndIsHired = covered(hired, new Cover(Scheme.EMPLOYEE, true, now.minusMonths(4), now));

        assertThat(from(asks(Scheme.EMPLOYEE), hired)).isEqualTo(now);
        assertThat(codes(Joining.decide(asks(Scheme.EMPLOYEE), leavesAndIsHired, TODAY)))
                .containsExactly("ALREADY_EMPLOYED_INSURED");
        assertThat(codes(Joining.decide(asks(Scheme.RESIDENT), hired, TODAY)))
                .containsExactly("ALREADY_EMPLOYED_INSURED");
    }

    @Test
    void who_is_in_the_employee_scheme_joins_no_resident_scheme_whoever_pays() {
        assertThat(codes(
                        Joining.decide(asks(Scheme.RESIDENT), flexibleIn(driverFromWeifang(), Scheme.EMPLOYEE), TODAY)))
                .containsExactly("ALREADY_IN_EMPLOYEE_SCHEME");
        assertThat(codes(
                        Joining.decide(asks(Scheme.RESIDENT), employedIn(driverFromWeifang(), Scheme.EMPLOYEE), TODAY)))
                .containsExactly("ALREADY_EMPLOYED_INSURED");
    }

    @Test
    void who_goes_to_school_or_works_for_the_state_joins_no_resident_scheme() {
        assertThat(codes(Joining.decide(
                        asks(Scheme.RESIDENT, new Statements(false, false, true, true)), driverFromWeifang(), TODAY)))
                .containsExactly("STATE_STAFF_EXCLUDED", "STUDENT_EXCLUDED");
        assertThat(Joining.decide(
                        asks(Scheme.RESIDENT, new Statements(false, false, false, false)), driverFromWeifang(), TODAY))
                .isInstanceOf(Accepted.class);
        assertThat(Joining.decide(
                        asks(Scheme.EMPLOYEE, new Statements(false, false, true, true)), driverFromWeifang(), TODAY))
                .isInstanceOf(Accepted.class);
    }

    private static YearMonth from(Application application, Insured insured) {
        return ((Accepted) Joining.decide(application, insured, TODAY)).from();
    }
}
