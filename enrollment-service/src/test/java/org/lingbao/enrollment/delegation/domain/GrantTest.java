package org.lingbao.enrollment.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.delegation.domain.Grant.Granted;
import org.lingbao.enrollment.delegation.domain.Grant.Reason;
import org.lingbao.enrollment.delegation.domain.Grant.Refused;

class GrantTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void a_delegation_may_hold_for_one_day_and_begin_today() {
        assertThat(Grant.of(new Term(TODAY, TODAY), Named.SOMEBODY, false, TODAY))
                .isEqualTo(new Granted());
    }

    @Test
    void a_refusal_lists_every_reason() {
        var term = new Term(TODAY.minusDays(1), TODAY.minusDays(2));

        assertThat(Grant.of(term, Named.NOBODY, true, TODAY))
                .isEqualTo(new Refused(List.of(
                        new Reason.DelegateNotKnown(),
                        new Reason.BeginsInThePast(TODAY),
                        new Reason.EndsBeforeItBegins(),
                        new Reason.PersonHasDied())));
    }

    @Test
    void nobody_names_themselves() {
        assertThat(Grant.of(new Term(TODAY, TODAY), Named.THE_PERSON, false, TODAY))
                .isEqualTo(new Refused(List.of(new Reason.DelegateIsThePerson())));
    }
}
