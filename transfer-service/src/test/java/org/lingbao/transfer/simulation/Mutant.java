package org.lingbao.transfer.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.transfer.AccountBalances;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.Answer;
import org.lingbao.transfer.transfer.domain.Clock;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Correspondence;
import org.lingbao.transfer.transfer.domain.Correspondence.Arrival;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Effect;
import org.lingbao.transfer.transfer.domain.Effect.Ask;
import org.lingbao.transfer.transfer.domain.Effect.Send;
import org.lingbao.transfer.transfer.domain.Ending;
import org.lingbao.transfer.transfer.domain.Form;
import org.lingbao.transfer.transfer.domain.Input;
import org.lingbao.transfer.transfer.domain.Instruction;
import org.lingbao.transfer.transfer.domain.Moment;
import org.lingbao.transfer.transfer.domain.Receipt;
import org.lingbao.transfer.transfer.domain.Receipt.Verdict;
import org.lingbao.transfer.transfer.domain.Sequence;
import org.lingbao.transfer.transfer.domain.Step;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** Protocols with one mistake each, such as people make. */
enum Mutant implements Protocol {
    CREDITS_AGAIN_WHEN_AN_INSTRUCTION_COMES_AGAIN {
        @Override
        public boolean isSeen(BitSet inbox, int number) {
            return false;
        }
    },
    TAKES_A_REPEATED_MESSAGE_FOR_A_NEW_ONE {
        @Override
        public Arrival arrival(Correspondence mail, Sequence sequence) {
            var arrival = mail.arrivalOf(sequence);
            return arrival instanceof Arrival.Repeated ? new Arrival.Next() : arrival;
        }
    },
    TAKES_A_FORM_WHOSE_SUMS_DISAGREE {
        @Override
        public Step<TransferIn> receive(TransferIn state, Input input, Moment moment) {
            return state instanceof TransferIn.LetterSent sent && input instanceof Document.InformationForm(var form)
                    ? Step.to(new TransferIn.FormReceived(sent.move(), form, sent.clock()))
                    : REAL.receive(state, input, moment);
        }
    },
    CREDITS_WITHOUT_LOOKING_AT_THE_MONEY {
        @Override
        public Step<TransferIn> receive(TransferIn state, Input input, Moment moment) {
            return state instanceof TransferIn.FundsReceived received && input instanceof Answer.FundsArrived
                    ? REAL.receive(
                            state, new Answer.FundsArrived(received.form().total()), moment)
                    : REAL.receive(state, input, moment);
        }
    },
    CANCELS_WHILE_THE_RIGHTS_ARE_BEING_CREDITED {
        @Override
        public Step<TransferIn> receive(TransferIn state, Input input, Moment moment) {
            return state instanceof TransferIn.Crediting && input instanceof Command.Cancel
                    ? Step.to(
                            new TransferIn.Restoring(state.move(), new Ending.Cancelled()),
                            new Ask(new Instruction.Restore()),
                            new Send(new Document.Cancellation()))
                    : REAL.receive(state, input, moment);
        }
    },
    ENDS_A_CASE_AND_DOES_NOT_TELL {
        @Override
        public Step<TransferIn> receive(TransferIn state, Input input, Moment moment) {
            return without(
                    REAL.receive(state, input, moment),
                    effect -> effect instanceof Send(var document)
                            && (document instanceof Document.Cancellation || document instanceof Document.Refusal));
        }
    },
    FORGETS_THE_COMPLETION {
        @Override
        public Step<TransferIn> receive(TransferIn state, Input input, Moment moment) {
            return without(REAL.receive(state, input, moment), effect -> effect instanceof Send(Document.Completion _));
        }
    },
    FORGETS_TO_RETURN_MONEY_THAT_CAME {
        @Override
        public Step<TransferIn> receive(TransferIn state, Input input, Moment moment) {
            var step = REAL.receive(state, input, moment);
            return step instanceof Step.Taken<TransferIn>(TransferIn.Restoring(var move, var ending), var effects)
                    ? without(
                            new Step.Taken<>(new TransferIn.Ended(move, ending), effects),
                            effect -> effect instanceof Ask)
                    : step;
        }
    },
    FORGETS_TO_RESTORE_ON_REFUSAL {
        @Override
        public Step<TransferOut> release(TransferOut state, Input input, Moment moment) {
            var step = REAL.release(state, input, moment);
            return step instanceof Step.Taken<TransferOut>(TransferOut.Restoring(var move, var ending), var effects)
                    ? without(
                            new Step.Taken<>(new TransferOut.Ended(move, ending), effects),
                            effect -> effect instanceof Ask)
                    : step;
        }
    },
    FORGETS_TO_SETTLE {
        @Override
        public Step<TransferOut> release(TransferOut state, Input input, Moment moment) {
            return without(REAL.release(state, input, moment), effect -> effect instanceof Ask(Instruction.Settle _));
        }
    },
    RELEASES_BEFORE_THE_FORM_IS_TAKEN {
        @Override
        public Step<TransferOut> release(TransferOut state, Input input, Moment moment) {
            return state instanceof TransferOut.LetterReceived(var move, var clock)
                            && input instanceof Answer.AccountSealed(var form)
                    ? Step.to(
                            new TransferOut.FundsReleasing(move, form, clock),
                            new Send(new Document.InformationForm(form)),
                            new Ask(new Instruction.Release(form)))
                    : REAL.release(state, input, moment);
        }
    },
    RELEASES_THOUGH_THE_FORM_WAS_RETURNED {
        @Override
        public Step<TransferOut> release(TransferOut state, Input input, Moment moment) {
            return input instanceof Receipt(var sequence, var document, Verdict.Rejected _)
                    ? REAL.release(state, new Receipt(sequence, document, new Verdict.Accepted()), moment)
                    : REAL.release(state, input, moment);
        }
    },
    REFUSES_AFTER_THE_MONEY_WAS_SENT {
        @Override
        public Step<TransferOut> release(TransferOut state, Input input, Moment moment) {
            return state instanceof TransferOut.FundsSent && input instanceof Command.Refuse(var reasons)
                    ? Step.to(
                            new TransferOut.Restoring(state.move(), new Ending.Refused(reasons)),
                            new Ask(new Instruction.Restore()),
                            new Send(new Document.Refusal(reasons)))
                    : REAL.release(state, input, moment);
        }
    },
    SENDS_THE_MONEY_THOUGH_THE_CASE_WAS_GIVEN_UP {
        @Override
        public Step<TransferOut> release(TransferOut state, Input input, Moment moment) {
            return state instanceof TransferOut.Restoring(var move, var _) && input instanceof Answer.FundsReleased
                    ? REAL.release(new TransferOut.FundsReleasing(move, NOTHING, CLOCK), input, moment)
                    : REAL.release(state, input, moment);
        }
    };

    private static final Form NOTHING = new Form(
            new AccountBalances(Money.ZERO, Money.ZERO, Money.ZERO), Money.ZERO, Money.ZERO, Money.ZERO, 0, List.of());
    private static final Clock CLOCK = new Clock(Deadline.TRANSFER_FORM, LocalDate.of(2026, 1, 5), List.of(), false);

    private static <S> Step<S> without(Step<S> step, Predicate<Effect> forgotten) {
        if (!(step instanceof Step.Taken<S>(var state, var effects))) {
            return step;
        }
        var left = new ArrayList<>(effects);
        left.removeIf(forgotten);
        return new Step.Taken<>(state, left);
    }
}
