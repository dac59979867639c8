package org.lingbao.enrollment.joining.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.enrollment.joining.domain.Applicants.DALIAN;
import static org.lingbao.enrollment.joining.domain.Applicants.SHENYANG;
import static org.lingbao.enrollment.joining.domain.Applicants.TODAY;
import static org.lingbao.enrollment.joining.domain.Applicants.WEICHENG;
import static org.lingbao.enrollment.joining.domain.Applicants.ZHONGSHAN;
import static org.lingbao.enrollment.joining.domain.Applicants.asksInDalian;
import static org.lingbao.enrollment.joining.domain.Applicants.driverFromWeifang;
import static org.lingbao.enrollment.joining.domain.Applicants.insured;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.joining.domain.Application.Evidence;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Reason;
import org.lingbao.enrollment.joining.domain.Decision.Refused;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.identity.Sex;

/** Liaoning lets in who has its hukou, and of others whom a residence permit ties to the place. */
class JoiningInLiaoningTest {

    @Test
    void a_driver_from_weifang_with_a_residence_permit_is_accepted_at_once() {
        var decision = Joining.decide(asksInDalian(new Evidence(null, ZHONGSHAN, null)), driverFromWeifang(), TODAY);

        assertThat(decision)
                .isEqualTo(new Accepted(
                        Ground.RESIDENCE_PERMIT,
                        List.of(),
                        YearMonth.of(2026, 9),
                        YearMonth.of(2053, 5),
                        decision.trace()));
    }

    @Test
    void neither_work_nor_a_licence_stands_in_for_the_permit() {
        var works = asksInDalian(new Evidence(ZHONGSHAN, null, null));
        var licensed = asksInDalian(new Evidence(null, null, ZHONGSHAN));

        assertThat(codes(Joining.decide(works, driverFromWeifang(), TODAY))).containsExactly("NO_PLACE_GROUND");
        assertThat(codes(Joining.decide(licensed, driverFromWeifang(), TODAY))).containsExactly("NO_PLACE_GROUND");
    }

    @Test
    void a_permit_of_another_city_is_no_permit_of_this_one() {
        var elsewhere = asksInDalian(new Evidence(null, SHENYANG, null));

        assertThat(codes(Joining.decide(elsewhere, driverFromWeifang(), TODAY))).containsExactly("NO_PLACE_GROUND");
    }

    @Test
    void a_permit_that_has_ended_is_no_ground_and_its_last_day_is_told() {
        var ended = TODAY.minusDays(1);
        var byPermit = asksInDalian(new Evidence(null, ZHONGSHAN, null));
        var local = insured(LocalDate.of(1990, 5, 5), Sex.MALE, ZHONGSHAN);

        assertThat(codes(Joining.decide(byPermit, driverFromWeifang(), ended, TODAY)))
                .containsExactly("NO_PLACE_GROUND", "RESIDENCE_PERMIT_EXPIRED");
        assertThat(Joining.decide(byPermit, local, ended, TODAY)).isInstanceOf(Accepted.class);
    }

    @Test
    void of_a_permit_that_would_be_no_ground_anyway_nothing_is_told() {
        var elsewhere = asksInDalian(new Evidence(null, SHENYANG, null));

        assertThat(codes(Joining.decide(elsewhere, driverFromWeifang(), TODAY.minusDays(1), TODAY)))
                .containsExactly("NO_PLACE_GROUND");
    }

    @Test
    void without_a_permit_a_child_is_told_every_reason() {
        var child = insured(LocalDate.of(2012, 1, 1), Sex.FEMALE, WEICHENG);

        assertThat(codes(Joining.decide(asksInDalian(new Evidence(null, null, null)), child, TODAY)))
                .containsExactly("NO_PLACE_GROUND", "UNDER_MINIMUM_AGE");
    }

    @Test
    void a_hukou_of_the_city_suffices() {
        var local = insured(LocalDate.of(1990, 5, 5), Sex.MALE, ZHONGSHAN);

        assertThat(Joining.decide(asksInDalian(new Evidence(null, null, null)), local, TODAY))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.ground()).isEqualTo(Ground.HUKOU));
    }

    @Test
    void whoever_has_the_permit_and_is_enrolled_there_already_is_refused() {
        var enrolled = Applicants.flexibleIn(driverFromWeifang(), org.lingbao.rules.value.Scheme.EMPLOYEE);

        assertThat(codes(Joining.decide(asksInDalian(new Evidence(null, DALIAN, null)), enrolled, TODAY)))
                .containsExactly("ALREADY_ENROLLED");
    }

    private static List<String> codes(Decision decision) {
        return ((Refused) decision).reasons().stream().map(Reason::code).toList();
    }
}
