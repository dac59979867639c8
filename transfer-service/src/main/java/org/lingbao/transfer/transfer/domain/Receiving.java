package org.lingbao.transfer.transfer.domain;

import java.util.List;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.Effect.Ask;
import org.lingbao.transfer.transfer.domain.Effect.Assign;
import org.lingbao.transfer.transfer.domain.Effect.Inform;
import org.lingbao.transfer.transfer.domain.Effect.News;
import org.lingbao.transfer.transfer.domain.Effect.Send;
import org.lingbao.transfer.transfer.domain.Effect.Task;
import org.lingbao.transfer.transfer.domain.Ending.Cancelled;
import org.lingbao.transfer.transfer.domain.Ending.Refused;
import org.lingbao.transfer.transfer.domain.Receipt.Verdict.Accepted;
import org.lingbao.transfer.transfer.domain.Receipt.Verdict.Rejected;
import org.lingbao.transfer.transfer.domain.TransferIn.Applied;
import org.lingbao.transfer.transfer.domain.TransferIn.Completed;
import org.lingbao.transfer.transfer.domain.TransferIn.Crediting;
import org.lingbao.transfer.transfer.domain.TransferIn.Ended;
import org.lingbao.transfer.transfer.domain.TransferIn.FormReceived;
import org.lingbao.transfer.transfer.domain.TransferIn.FundsReceived;
import org.lingbao.transfer.transfer.domain.TransferIn.LetterReturned;
import org.lingbao.transfer.transfer.domain.TransferIn.LetterSent;
import org.lingbao.transfer.transfer.domain.TransferIn.Mismatch;
import org.lingbao.transfer.transfer.domain.TransferIn.Restoring;

/**
 * The steps of the new place (转入地). It alone decides whether the rights move: with the instruction to credit them they do,
 * and up to then every refusal and every cancellation leaves all as it was.
 */
public final class Receiving {
    private Receiving() {}

    public static Step<TransferIn> on(TransferIn state, Input input, Moment moment) {
        return switch (input) {
            case Command command -> command(state, command, moment);
            case Document document -> document(state, document, moment);
            case Receipt(var _, var document, var verdict) -> receipt(state, document, verdict);
            case Answer answer -> answer(state, answer, moment);
            case Input.DayBegan _ -> day(state, moment);
        };
    }

    private static Step<TransferIn> command(TransferIn state, Command command, Moment moment) {
        return switch (command) {
            case Command.SendLetter(var letter) -> sendLetter(state, letter, moment);
            case Command.Refuse(var reasons) -> end(state, new Refused(reasons), new Document.Refusal(reasons));
            case Command.Cancel _ -> end(state, new Cancelled(), new Document.Cancellation());
            case Command.Recheck _ -> recheck(state, moment);
            case Command.Correct _, Command.Supplement _ -> notNow(state);
        };
    }

    private static Step<TransferIn> sendLetter(TransferIn state, Document.ContactLetter letter, Moment moment) {
        return switch (state) {
            case Applied _, LetterReturned _ ->
                Step.to(
                        new LetterSent(state.move(), Clock.from(Deadline.TRANSFER_FORM, moment.today()), false),
                        new Send(letter),
                        new Inform(News.LETTER_SENT));
            default -> notNow(state);
        };
    }

    /** Before a letter only the person is told; after it the old place, too; and where money came, it goes back. */
    private static Step<TransferIn> end(TransferIn state, Ending ending, Document tidings) {
        return switch (state) {
            case Applied _, LetterReturned _ -> Step.to(new Ended(state.move(), ending), inform(ending));
            case LetterSent _, FormReceived _ ->
                Step.to(new Ended(state.move(), ending), new Send(tidings), inform(ending));
            case FundsReceived _, Mismatch _ ->
                Step.to(
                        new Restoring(state.move(), ending),
                        new Ask(new Instruction.Restore()),
                        new Send(tidings),
                        inform(ending));
            case Crediting _ -> Step.refused(Reason.BEING_CREDITED);
            case Restoring _, Ended _, Completed _ -> Step.refused(Reason.CASE_ENDED);
        };
    }

    private static Step<TransferIn> recheck(TransferIn state, Moment moment) {
        return state instanceof Mismatch(var move, var form, var received, var _, var clock)
                ? weigh(move, form, received, clock, moment)
                : notNow(state);
    }

    private static Step<TransferIn> document(TransferIn state, Document document, Moment moment) {
        return switch (document) {
            case Document.InformationForm(var form) -> form(state, form, moment);
            case Document.FundNotice notice -> notice(state, notice, moment);
            case Document.Refusal(var reasons) -> refusal(state, reasons);
            case Document.Clarification(var reasons) ->
                isOver(state) ? notNow(state) : Step.to(state, new Assign(Task.CLARIFICATION_ASKED, reasons));
            case Document.ContactLetter _, Document.Completion _, Document.Cancellation _ -> notNow(state);
        };
    }

    private static Step<TransferIn> form(TransferIn state, Form form, Moment moment) {
        if (!(state instanceof LetterSent(var move, var clock, var _))) {
            return notNow(state);
        }
        var faults = form.faults(null, moment.law(), moment.today());
        return faults.isEmpty() ? Step.to(new FormReceived(move, form, clock)) : new Step.Refused<>(faults);
    }

    private static Step<TransferIn> notice(TransferIn state, Document.FundNotice notice, Moment moment) {
        return switch (state) {
            case FormReceived(var move, var form, var _) ->
                look(move, form, notice, Clock.from(Deadline.TRANSFER_COMPLETION, moment.today()));
            case Mismatch(var move, var form, var _, var _, var clock) ->
                look(move, form, notice, clock.resume(moment.today()));
            default -> notNow(state);
        };
    }

    private static Step<TransferIn> look(Move move, Form form, Document.FundNotice notice, Clock clock) {
        if (!notice.account().equals(form.account()) || !notice.pooled().equals(form.pooled())) {
            return Step.refused(Reason.NOT_AS_IN_FORM);
        }
        var instruction = new Instruction.Receive(notice.reference(), move.oldPlace(), form.total());
        return Step.to(new FundsReceived(move, form, clock), new Ask(instruction));
    }

    /** The old place may refuse until it sends the money; that it crosses with an end of this side changes nothing. */
    private static Step<TransferIn> refusal(TransferIn state, List<Reason> reasons) {
        return switch (state) {
            case LetterSent _, FormReceived _ -> {
                var ending = new Refused(reasons);
                yield Step.to(new Ended(state.move(), ending), inform(ending));
            }
            case Restoring _, Ended _ -> Step.to(state);
            default -> notNow(state);
        };
    }

    private static Step<TransferIn> receipt(TransferIn state, DocumentType document, Receipt.Verdict verdict) {
        return switch (verdict) {
            case Accepted _
            when document == DocumentType.CONTACT_LETTER && state instanceof LetterSent sent ->
                Step.to(new LetterSent(sent.move(), sent.clock(), true));
            case Accepted _ -> Step.to(state);
            case Rejected(var reasons)
            when document == DocumentType.CONTACT_LETTER ->
                state instanceof LetterSent
                        ? Step.to(new LetterReturned(state.move(), reasons), new Assign(Task.LETTER_RETURNED, reasons))
                        : Step.to(state);
            case Rejected(var reasons) when isOver(state) && Reason.OVER.containsAll(reasons) -> Step.to(state);
            case Rejected(var reasons) -> Step.to(state, new Assign(Task.MESSAGE_REJECTED, reasons));
        };
    }

    /** What contribution did for a case that has gone on meanwhile is undone, or was taken into account, already. */
    private static Step<TransferIn> answer(TransferIn state, Answer answer, Moment moment) {
        return switch (answer) {
            case Answer.FundsArrived(var received) -> fundsArrived(state, received, moment);
            case Answer.RightsCredited _
            when state instanceof Crediting(var move, var form, var _, var _) ->
                Step.to(
                        new Completed(move, form),
                        new Send(new Document.Completion(form.account(), form.pooled(), form.contributionMonths())),
                        new Inform(News.RIGHTS_ARRIVED));
            case Answer.CreditRefused(var reasons)
            when state instanceof Crediting(var move, var form, var received, var clock) ->
                Step.to(
                        new Mismatch(move, form, received, reasons, clock.stop(moment.today())),
                        new Assign(Task.CREDIT_REFUSED, reasons));
            case Answer.AccountRestored _
            when state instanceof Restoring(var move, var ending) -> Step.to(new Ended(move, ending));
            default -> Step.to(state);
        };
    }

    private static Step<TransferIn> fundsArrived(TransferIn state, Money received, Moment moment) {
        return switch (state) {
            case FundsReceived(var move, var form, var clock) -> weigh(move, form, received, clock, moment);
            case Mismatch(var move, var form, var before, var _, var clock)
            when !before.equals(received) -> weigh(move, form, received, clock, moment);
            default -> Step.to(state);
        };
    }

    /** The one place from which rights are credited. */
    private static Step<TransferIn> weigh(Move move, Form form, Money received, Clock clock, Moment moment) {
        var faults = form.faults(received, moment.law(), moment.today());
        if (faults.isEmpty()) {
            return Step.to(
                    new Crediting(move, form, received, clock.resume(moment.today())),
                    new Ask(new Instruction.Credit(move.person(), form)));
        }
        return Step.to(
                new Mismatch(move, form, received, faults, clock.stop(moment.today())),
                new Send(new Document.Clarification(faults)),
                new Assign(Task.FUNDS_MISMATCH, faults));
    }

    private static Step<TransferIn> day(TransferIn state, Moment moment) {
        var clock = state.clock();
        if (clock == null || !clock.isNewlyMissed(moment)) {
            return Step.to(state);
        }
        var reported = clock.asReported();
        return switch (state) {
            case Applied(var move, var _) -> late(new Applied(move, reported), Task.DEADLINE_MISSED);
            case LetterSent(var move, var _, var acknowledged) ->
                late(new LetterSent(move, reported, acknowledged), Task.PARTNER_LATE);
            case FormReceived(var move, var form, var _) ->
                late(new FormReceived(move, form, reported), Task.PARTNER_LATE);
            case FundsReceived(var move, var form, var _) ->
                late(new FundsReceived(move, form, reported), Task.DEADLINE_MISSED);
            case Mismatch(var move, var form, var received, var reasons, var _) ->
                late(new Mismatch(move, form, received, reasons, reported), Task.DEADLINE_MISSED);
            case Crediting(var move, var form, var received, var _) ->
                late(new Crediting(move, form, received, reported), Task.DEADLINE_MISSED);
            case LetterReturned _, Restoring _, Ended _, Completed _ -> Step.to(state);
        };
    }

    private static Step<TransferIn> late(TransferIn state, Task task) {
        return Step.to(state, new Assign(task, List.of()));
    }

    private static Step<TransferIn> notNow(TransferIn state) {
        return Step.refused(isOver(state) ? Reason.CASE_ENDED : Reason.NOT_NOW);
    }

    private static boolean isOver(TransferIn state) {
        return state.isEnded() || state instanceof Restoring;
    }

    private static Inform inform(Ending ending) {
        return new Inform(
                switch (ending) {
                    case Refused _ -> News.TRANSFER_REFUSED;
                    case Cancelled _ -> News.TRANSFER_CANCELLED;
                });
    }
}
