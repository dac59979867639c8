package org.lingbao.enrollment.standing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Accepted;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Claim;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Document;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Known;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Reason;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Recorded;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Refused;
import org.lingbao.enrollment.standing.domain.DeathWithdrawal.Why;

class DeathWithdrawalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Document CERTIFICATE = new Document("SW-1");
    private static final Document JUDGMENT = new Document("MT-1");
    private static final Claim CLAIM = new Claim(DAY, Why.DECLARATION_REVOKED, JUDGMENT);

    @Test
    void another_clerk_withdraws_by_another_document() {
        assertThat(DeathWithdrawal.of(CLAIM, new Recorded(DAY, CERTIFICATE, false), List.of()))
                .isEqualTo(new Accepted());
    }

    @Test
    void every_reason_is_told_at_once() {
        var recorded = new Recorded(DAY.plusDays(1), JUDGMENT, true);

        assertThat(DeathWithdrawal.of(CLAIM, recorded, List.of()))
                .isEqualTo(new Refused(List.of(
                        new Reason.OtherDay(DAY.plusDays(1)), new Reason.ByWhoRecorded(), new Reason.SameDocument())));
        assertThat(DeathWithdrawal.of(CLAIM, null, List.of()))
                .isEqualTo(new Refused(List.of(new Reason.NotRecorded())));
    }

    @Test
    void the_same_again_is_known_and_leaves_a_later_death_alone() {
        assertThat(DeathWithdrawal.of(CLAIM, null, List.of(CLAIM))).isEqualTo(new Known());
        assertThat(DeathWithdrawal.of(CLAIM, new Recorded(DAY.plusDays(9), CERTIFICATE, false), List.of(CLAIM)))
                .isEqualTo(new Known());
    }

    @Test
    void what_was_recorded_anew_for_the_same_day_is_withdrawn_anew() {
        assertThat(DeathWithdrawal.of(CLAIM, new Recorded(DAY, CERTIFICATE, false), List.of(CLAIM)))
                .isEqualTo(new Accepted());
    }
}
