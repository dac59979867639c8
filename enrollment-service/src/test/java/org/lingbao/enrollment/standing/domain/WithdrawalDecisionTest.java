package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.WithdrawalDecision.Accepted;
import org.lingbao.enrollment.standing.domain.WithdrawalDecision.Known;
import org.lingbao.enrollment.standing.domain.WithdrawalDecision.Reason;
import org.lingbao.enrollment.standing.domain.WithdrawalDecision.Refused;
import org.lingbao.rules.employment.Spell;

class WithdrawalDecisionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void what_was_declared_is_taken_back_once() {
        assertThat(WithdrawalDecision.of(true, null)).isEqualTo(new Accepted());
        assertThat(WithdrawalDecision.of(true, TODAY)).isEqualTo(new Known());
    }

    @Test
    void what_followed_from_a_gig_is_not_the_employers_alone() {
        assertThat(WithdrawalDecision.of(false, null)).isEqualTo(new Refused(List.of(new Reason.FromEngagement())));
    }

    @Test
    void nobody_leaves_what_never_was() {
        assertThat(LeaveDecision.of(new Spell(TODAY, null), TODAY, TODAY, TODAY))
                .isEqualTo(new LeaveDecision.Refused(List.of(new LeaveDecision.Reason.Withdrawn(TODAY))));
        assertThat(LeaveDecision.of(new Spell(TODAY, null), null, TODAY, TODAY))
                .isEqualTo(new LeaveDecision.Accepted());
    }
}
