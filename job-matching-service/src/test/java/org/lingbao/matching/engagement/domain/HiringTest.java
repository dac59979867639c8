package org.lingbao.matching.engagement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.matching.engagement.domain.Hiring.Facts;
import org.lingbao.matching.engagement.domain.Hiring.Hirable;
import org.lingbao.matching.engagement.domain.Hiring.Reason;
import org.lingbao.matching.engagement.domain.Hiring.Refused;

class HiringTest {
    private static final LocalDate ACCEPTED_ON = LocalDate.parse("2026-09-02");

    @Test
    void a_company_hires_whoever_has_come() {
        var came = new State.CheckedIn(new CodeId(new UUID(1, 1)));
        for (var state : List.of(came, new State.Completed(), new State.Paid())) {
            assertThat(Hiring.of(new Facts(true, state, ACCEPTED_ON, false), ACCEPTED_ON))
                    .isEqualTo(new Hirable());
        }
    }

    @Test
    void a_refusal_lists_every_reason() {
        var before = ACCEPTED_ON.minusDays(1);
        assertThat(Hiring.of(new Facts(false, new State.NoShow(), ACCEPTED_ON, true), before))
                .isEqualTo(new Refused(List.of(
                        new Reason.NotByHousehold(),
                        new Reason.BeforeWork(),
                        new Reason.StartsTooEarly(before, ACCEPTED_ON),
                        new Reason.Already())));
    }
}
