package org.lingbao.transfer.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.transfer.transfer.domain.Cases.DAY;
import static org.lingbao.transfer.transfer.domain.Cases.FORM;
import static org.lingbao.transfer.transfer.domain.Cases.MOVE;
import static org.lingbao.transfer.transfer.domain.Cases.TODAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.Effect.Assign;
import org.lingbao.transfer.transfer.domain.Effect.Send;
import org.lingbao.transfer.transfer.domain.Effect.Task;

/** The money comes a second time after the instruction to credit was given. */
class PaidTwiceTest {
    private static final Clock CLOCK = Clock.from(Deadline.TRANSFER_COMPLETION, DAY);
    private static final Money TWICE = FORM.total().times(2);
    private static final TransferIn CREDITING = new TransferIn.Crediting(MOVE, FORM, FORM.total(), CLOCK);
    private static final List<Reason> REFUSED = List.of(new Reason("FUNDS_MISMATCH"));
    private static final List<Reason> FOUND = List.of(new Reason("FUNDS_RECEIVED"));

    @Test
    void it_changes_nothing_until_the_credit_is_refused_and_is_weighed_then() {
        var refused = new TransferIn.Mismatch(MOVE, FORM, FORM.total(), REFUSED, CLOCK.stop(DAY));

        assertThat(step(CREDITING, new Answer.FundsArrived(TWICE))).isEqualTo(Step.to(CREDITING));
        assertThat(step(CREDITING, new Answer.CreditRefused(REFUSED)))
                .isEqualTo(Step.to(refused, new Assign(Task.CREDIT_REFUSED, REFUSED)));
        assertThat(step(refused, new Answer.FundsArrived(TWICE)))
                .isEqualTo(Step.to(
                        new TransferIn.Mismatch(MOVE, FORM, TWICE, FOUND, CLOCK.stop(DAY)),
                        new Send(new Document.Clarification(FOUND)),
                        new Assign(Task.FUNDS_MISMATCH, FOUND)));
    }

    private static Step<TransferIn> step(TransferIn state, Input input) {
        return Receiving.on(state, input, TODAY);
    }
}
