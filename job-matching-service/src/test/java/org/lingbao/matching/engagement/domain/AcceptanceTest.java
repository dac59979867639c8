package org.lingbao.matching.engagement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.matching.engagement.domain.Acceptance.Acceptable;
import org.lingbao.matching.engagement.domain.Acceptance.Days;
import org.lingbao.matching.engagement.domain.Acceptance.Gig;
import org.lingbao.matching.engagement.domain.Acceptance.Reason;
import org.lingbao.matching.engagement.domain.Acceptance.Refused;
import org.lingbao.matching.engagement.domain.Acceptance.Worker;

class AcceptanceTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-09-02");
    private static final Worker READY = new Worker(true, true, false, null);

    @Test
    void a_worker_who_is_ready_takes_a_gig_that_is_open_to_its_last_day() {
        assertThat(Acceptance.of(READY, new Gig(false, false, false, TODAY), TODAY))
                .isEqualTo(new Acceptable());
    }

    @Test
    void a_refusal_lists_every_reason() {
        var yesterday = TODAY.minusDays(1);
        var other = new Days(TODAY, TODAY);

        assertThat(Acceptance.of(new Worker(false, false, false, other), new Gig(true, true, true, yesterday), TODAY))
                .isEqualTo(new Refused(List.of(
                        new Reason.NoConsent(),
                        new Reason.NothingStated(),
                        new Reason.OwnGig(),
                        new Reason.Closed(),
                        new Reason.Over(yesterday),
                        new Reason.Full(),
                        new Reason.Overlaps(other))));
    }

    @Test
    void who_has_a_place_is_not_told_that_there_is_none() {
        assertThat(Acceptance.of(new Worker(true, true, true, null), new Gig(false, false, true, TODAY), TODAY))
                .isEqualTo(new Refused(List.of(new Reason.Already())));
    }
}
