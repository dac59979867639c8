package org.lingbao.transfer.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.transfer.transfer.domain.Cases.FORM;
import static org.lingbao.transfer.transfer.domain.Cases.MOVE;
import static org.lingbao.transfer.transfer.domain.Cases.accepted;

import org.junit.jupiter.api.Test;
import org.lingbao.transfer.transfer.domain.Correspondence.Arrival;
import org.lingbao.transfer.transfer.domain.Receipt.Verdict;

class CorrespondenceTest {
    private static final Receipt FIRST = accepted(DocumentType.CONTACT_LETTER);
    private static final Correspondence ANSWERED_ONE = Correspondence.NONE.answered(FIRST);

    @Test
    void messages_are_taken_in_their_order() {
        assertThat(Correspondence.NONE.arrivalOf(new Sequence(1))).isEqualTo(new Arrival.Next());
        assertThat(ANSWERED_ONE.arrivalOf(new Sequence(2))).isEqualTo(new Arrival.Next());
    }

    @Test
    void a_repeated_message_gets_the_same_receipt() {
        assertThat(ANSWERED_ONE.arrivalOf(new Sequence(1))).isEqualTo(new Arrival.Repeated(FIRST));
    }

    @Test
    void a_message_before_its_turn_is_not_taken_and_the_missing_one_is_named() {
        assertThat(ANSWERED_ONE.arrivalOf(new Sequence(3))).isEqualTo(new Arrival.Early(new Sequence(2)));
    }

    @Test
    void only_the_receipt_of_the_oldest_unanswered_message_is_heard() {
        var mail = Correspondence.NONE.written().written();
        var second = new Receipt(new Sequence(2), DocumentType.CANCELLATION, new Verdict.Accepted());

        assertThat(mail.awaits(FIRST)).isTrue();
        assertThat(mail.awaits(second)).isFalse();
        assertThat(mail.heardOf().awaits(FIRST)).isFalse();
        assertThat(mail.heardOf().awaits(second)).isTrue();
        assertThat(mail.heardOf().heardOf().awaits(second)).isFalse();
    }

    @Test
    void a_receipt_says_whether_the_step_was_taken_or_why_not() {
        assertThat(Receipt.of(new Sequence(1), DocumentType.COMPLETION, Step.to(new TransferOut.Completed(MOVE, FORM))))
                .isEqualTo(accepted(DocumentType.COMPLETION));
        assertThat(Receipt.of(new Sequence(1), DocumentType.COMPLETION, Step.refused(Reason.UNKNOWN_CASE)))
                .isEqualTo(Cases.rejected(DocumentType.COMPLETION, Reason.UNKNOWN_CASE));
    }
}
