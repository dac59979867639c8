package org.lingbao.enrollment.evidence.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.evidence.domain.Paper.Reason;
import org.lingbao.rules.value.Place;

class ProofTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final Place WEIFANG = new Place("370700");
    private static final Place KUIWEN = new Place("370705");

    private static Paper permit(Place place, LocalDate from, @Nullable LocalDate to) {
        return new Paper(Kind.RESIDENCE_PERMIT, place, from, to);
    }

    private static Proof proof(Paper... papers) {
        return Proof.of(List.of(papers), Kind.RESIDENCE_PERMIT, WEIFANG, TODAY);
    }

    @Test
    void a_paper_holds_from_its_first_day_to_its_last() {
        qt().forAll(integers().between(-800, 800), integers().between(0, 800)).check((begins, days) -> {
            var from = TODAY.plusDays(begins);
            var holds = begins <= 0 && begins + days >= 0;
            return (proof(permit(KUIWEN, from, from.plusDays(days))) instanceof Proof.Holds) == holds;
        });
    }

    @Test
    void of_papers_that_have_ended_the_last_day_is_told() {
        assertThat(proof(
                        permit(KUIWEN, TODAY.minusDays(900), TODAY.minusDays(500)),
                        permit(KUIWEN, TODAY.minusDays(400), TODAY.minusDays(1))))
                .isEqualTo(new Proof.Expired(TODAY.minusDays(1)));
    }

    @Test
    void one_that_holds_is_enough() {
        assertThat(proof(
                        permit(KUIWEN, TODAY.minusDays(900), TODAY.minusDays(500)),
                        permit(WEIFANG, TODAY, TODAY.plusDays(364))))
                .isEqualTo(new Proof.Holds());
    }

    @Test
    void papers_of_other_places_and_kinds_prove_nothing() {
        var licence = new Paper(Kind.BUSINESS_LICENCE, KUIWEN, TODAY, null);
        assertThat(proof(permit(new Place("370202"), TODAY, TODAY), licence)).isEqualTo(new Proof.None());
        assertThat(proof()).isEqualTo(new Proof.None());
    }

    @Test
    void a_paper_that_cannot_be_one_has_every_reason_against_it() {
        assertThat(permit(KUIWEN, TODAY.plusDays(2), TODAY.plusDays(1)).reasons(TODAY))
                .containsExactly(Reason.EVIDENCE_ENDS_BEFORE_IT_BEGINS, Reason.EVIDENCE_NOT_ISSUED_YET);
        assertThat(permit(KUIWEN, TODAY, null).reasons(TODAY)).containsExactly(Reason.EVIDENCE_END_MISSING);
        assertThat(new Paper(Kind.BUSINESS_LICENCE, KUIWEN, TODAY, null).reasons(TODAY))
                .isEmpty();
    }
}
