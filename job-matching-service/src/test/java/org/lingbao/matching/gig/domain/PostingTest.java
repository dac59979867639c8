package org.lingbao.matching.gig.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.matching.gig.domain.Posting.Facts;
import org.lingbao.matching.gig.domain.Posting.Postable;
import org.lingbao.matching.gig.domain.Posting.Reason;
import org.lingbao.matching.gig.domain.Posting.Refused;
import org.lingbao.rules.value.Place;

class PostingTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-09-01");
    private static final Place WEIFANG = new Place("370700");
    private static final Place JINAN = new Place("370100");

    @Test
    void work_that_begins_today_at_an_inn_of_the_city_is_posted() {
        assertThat(Posting.of(new Facts(true, TODAY, WEIFANG, true, WEIFANG), TODAY))
                .isEqualTo(new Postable());
        assertThat(Posting.of(new Facts(true, TODAY, WEIFANG, false, null), TODAY))
                .isEqualTo(new Postable());
    }

    @Test
    void a_refusal_lists_every_reason() {
        var yesterday = TODAY.minusDays(1);
        assertThat(Posting.of(new Facts(false, yesterday, WEIFANG, true, JINAN), TODAY))
                .isEqualTo(new Refused(List.of(
                        new Reason.NotAnEmployer(),
                        new Reason.StartsInPast(yesterday, TODAY),
                        new Reason.InnElsewhere(JINAN))));
        assertThat(Posting.of(new Facts(true, TODAY, WEIFANG, true, null), TODAY))
                .isEqualTo(new Refused(List.of(new Reason.InnUnknown())));
    }
}
