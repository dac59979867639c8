package org.lingbao.enrollment.duplicate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.duplicate.domain.Verdict.Reason;

class VerdictTest {
    private static final PersonId A = new PersonId(new UUID(0, 1));
    private static final PersonId B = new PersonId(new UUID(0, 2));
    private static final PersonId C = new PersonId(new UUID(0, 3));
    private static final Party FIRST = party(A, A);
    private static final Party SECOND = party(B, B);

    private static Party party(PersonId named, PersonId today) {
        return new Party(named, today, false, false, false);
    }

    @Test
    void two_persons_stay_two() {
        assertThat(Verdict.of(FIRST, SECOND, null, Word.DIFFERENT, null)).isEqualTo(new Verdict.Apart());
    }

    @Test
    void one_person_remains_under_the_id_that_was_chosen() {
        assertThat(Verdict.of(FIRST, SECOND, null, Word.SAME, A)).isEqualTo(new Verdict.Merged(B, A));
        assertThat(Verdict.of(FIRST, SECOND, null, Word.SAME, B)).isEqualTo(new Verdict.Merged(A, B));
    }

    @Test
    void the_same_word_again_is_known() {
        var merged = party(B, A);
        assertThat(Verdict.of(FIRST, SECOND, Word.DIFFERENT, Word.DIFFERENT, null))
                .isEqualTo(new Verdict.Known());
        assertThat(Verdict.of(FIRST, merged, Word.SAME, Word.SAME, A)).isEqualTo(new Verdict.Known());
        assertThat(Verdict.of(FIRST, merged, Word.SAME, Word.SAME, B)).isEqualTo(refused(new Reason.SurvivorUnfit()));
    }

    @Test
    void a_decision_stays_as_it_is_and_a_refusal_lists_every_reason() {
        var rich = new Party(B, B, true, true, true);
        assertThat(Verdict.of(FIRST, rich, Word.DIFFERENT, Word.SAME, A))
                .isEqualTo(refused(
                        new Reason.DecidedOtherwise(Word.DIFFERENT),
                        new Reason.MergedHasMoney(false),
                        new Reason.MergedIsEmployed(false),
                        new Reason.MergedIsRecorded()));
        assertThat(Verdict.of(FIRST, party(B, A), Word.SAME, Word.DIFFERENT, A))
                .isEqualTo(refused(
                        new Reason.DecidedOtherwise(Word.SAME), new Reason.AlreadyOne(), new Reason.SurvivorUnfit()));
    }

    @Test
    void who_has_money_or_an_employer_remains() {
        var rich = new Party(A, A, true, false, false);
        assertThat(Verdict.of(rich, SECOND, null, Word.SAME, A)).isEqualTo(new Verdict.Merged(B, A));
        assertThat(Verdict.of(rich, SECOND, null, Word.SAME, B)).isEqualTo(refused(new Reason.MergedHasMoney(false)));
        assertThat(Verdict.of(rich, new Party(B, B, true, true, false), null, Word.SAME, A))
                .isEqualTo(refused(new Reason.MergedHasMoney(true), new Reason.MergedIsEmployed(false)));
    }

    @Test
    void who_remains_has_to_be_said_and_is_one_of_the_two() {
        assertThat(Verdict.of(FIRST, SECOND, null, Word.SAME, null)).isEqualTo(refused(new Reason.SurvivorMissing()));
        assertThat(Verdict.of(FIRST, SECOND, null, Word.SAME, C)).isEqualTo(refused(new Reason.SurvivorUnfit()));
        assertThat(Verdict.of(FIRST, SECOND, null, Word.DIFFERENT, A)).isEqualTo(refused(new Reason.SurvivorUnfit()));
    }

    @Test
    void who_was_merged_since_is_whoever_that_is_today() {
        assertThat(Verdict.of(party(A, C), SECOND, null, Word.SAME, A)).isEqualTo(new Verdict.Merged(B, C));
        assertThat(Verdict.of(party(A, C), SECOND, null, Word.SAME, B)).isEqualTo(new Verdict.Merged(C, B));
        assertThat(Verdict.of(party(A, C), party(B, C), null, Word.SAME, null)).isEqualTo(new Verdict.One(C));
        assertThat(Verdict.of(party(A, C), party(B, C), null, Word.DIFFERENT, null))
                .isEqualTo(refused(new Reason.AlreadyOne()));
    }

    private static Verdict refused(Reason... reasons) {
        return new Verdict.Refused(List.of(reasons));
    }
}
