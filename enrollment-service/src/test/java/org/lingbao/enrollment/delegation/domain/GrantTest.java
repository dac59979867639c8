package org.lingbao.enrollment.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.delegation.domain.Grant.Granted;
import org.lingbao.enrollment.delegation.domain.Grant.Reason;
import org.lingbao.enrollment.delegation.domain.Grant.Refused;
import org.lingbao.rules.capacity.Capacity;
import org.lingbao.rules.data.Citation;

class GrantTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Test
    void a_delegation_may_hold_for_one_day_and_begin_today() {
        assertThat(Grant.of(new Term(TODAY, TODAY), Named.SOMEBODY, Optional.of(new Capacity.Full()), false, TODAY))
                .isEqualTo(new Granted());
    }

    @Test
    void a_refusal_lists_every_reason() {
        var term = new Term(TODAY.minusDays(1), TODAY.minusDays(2));

        assertThat(Grant.of(term, Named.NOBODY, Optional.empty(), true, TODAY))
                .isEqualTo(new Refused(List.of(
                        new Reason.DelegateNotKnown(),
                        new Reason.BeginsInThePast(TODAY),
                        new Reason.EndsBeforeItBegins(),
                        new Reason.PersonHasDied())));
    }

    @Test
    void who_is_too_young_is_one_more_reason_and_of_nobody_it_is_not_told() {
        var law = new Citation("A law", "No. 1", "https://example.org/law", TODAY);
        var young = Optional.<Capacity>of(new Capacity.Limited(17, 18, 16, law));
        var term = new Term(TODAY, TODAY.minusDays(1));

        assertThat(Grant.of(term, Named.SOMEBODY, young, false, TODAY))
                .isEqualTo(new Refused(
                        List.of(new Reason.DelegateNotOfAge(18, 16, law), new Reason.EndsBeforeItBegins())));
        assertThat(Grant.of(term, Named.NOBODY, young, false, TODAY))
                .isEqualTo(new Refused(List.of(new Reason.DelegateNotKnown(), new Reason.EndsBeforeItBegins())));
    }

    @Test
    void nobody_names_themselves() {
        assertThat(Grant.of(new Term(TODAY, TODAY), Named.THE_PERSON, Optional.empty(), false, TODAY))
                .isEqualTo(new Refused(List.of(new Reason.DelegateIsThePerson())));
    }
}
