package org.lingbao.transfer.transfer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.deadline.Deadline;
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
import org.lingbao.transfer.transfer.domain.TransferOut.Completed;
import org.lingbao.transfer.transfer.domain.TransferOut.Ended;
import org.lingbao.transfer.transfer.domain.TransferOut.FormReturned;
import org.lingbao.transfer.transfer.domain.TransferOut.FormSent;
import org.lingbao.transfer.transfer.domain.TransferOut.FundsReleasing;
import org.lingbao.transfer.transfer.domain.TransferOut.FundsSent;
import org.lingbao.transfer.transfer.domain.TransferOut.LetterReceived;
import org.lingbao.transfer.transfer.domain.TransferOut.Restoring;

/**
 * The steps of the old place (转出地). No money leaves the account before the new place has taken the form in, and once the
 * notice of the money is written it comes back only when the new place says so.
 */
public final class Releasing {
    private Releasing() {}

    /**
     * What the first letter of a case does. Every reason against it at once; then there is no case.
     *
     * @param id as the new place calls the case
     */
    public static Step<TransferOut> open(CaseId id, Document.ContactLetter letter, Findings findings, Moment moment) {
        var obstacles = findings.obstacles();
        var person = findings.person();
        if (person == null || !obstacles.isEmpty()) {
            return new Step.Refused<>(List.copyOf(obstacles));
        }
        var move = new Move(id, person, letter.oldPlace(), letter.newPlace());
        return seal(move, letter.payee(), Clock.from(Deadline.TRANSFER_FORM, moment.today()));
    }

    public static Step<TransferOut> on(TransferOut state, Input input, Moment moment) {
        return switch (input) {
            case Command command -> command(state, command);
            case Document document -> document(state, document);
            case Receipt(var _, var document, var verdict) -> receipt(state, document, verdict);
            case Answer answer -> answer(state, answer, moment);
            case Input.DayBegan _ -> day(state, moment);
        };
    }

    private static Step<TransferOut> seal(Move move, @Nullable Payee payee, Clock clock) {
        return Step.to(
                new LetterReceived(move, clock), new Ask(new Instruction.Seal(move.person(), move.newPlace(), payee)));
    }

    private static Step<TransferOut> command(TransferOut state, Command command) {
        return switch (command) {
            case Command.Refuse(var reasons) -> refuse(state, reasons);
            case Command.Correct _ ->
                state instanceof FormReturned(var move, var _, var clock) ? seal(move, null, clock) : notNow(state);
            case Command.Supplement _ -> supplement(state);
            case Command.SendLetter _, Command.Cancel _, Command.Recheck _ -> notNow(state);
        };
    }

    private static Step<TransferOut> refuse(TransferOut state, List<Reason> reasons) {
        return switch (state) {
            case LetterReceived _, FormSent _, FormReturned _, FundsReleasing _ ->
                Step.to(
                        new Restoring(state.move(), new Refused(reasons)),
                        new Ask(new Instruction.Restore()),
                        new Send(new Document.Refusal(reasons)));
            case FundsSent _ -> Step.refused(Reason.FUNDS_SENT);
            case Restoring _, Ended _, Completed _ -> Step.refused(Reason.CASE_ENDED);
        };
    }

    private static Step<TransferOut> supplement(TransferOut state) {
        if (!(state instanceof FundsSent(var move, var form, var reference, var questions, var clock))
                || questions.isEmpty()) {
            return notNow(state);
        }
        return Step.to(
                new FundsSent(move, form, reference, List.of(), clock),
                new Send(new Document.FundNotice(form.account(), form.pooled(), reference)));
    }

    private static Step<TransferOut> document(TransferOut state, Document document) {
        return switch (document) {
            case Document.Refusal(var reasons) -> ended(state, new Refused(reasons));
            case Document.Cancellation _ -> ended(state, new Cancelled());
            case Document.Completion completion -> completed(state, completion);
            case Document.Clarification(var reasons) -> asked(state, reasons);
            case Document.ContactLetter _, Document.InformationForm _, Document.FundNotice _ -> notNow(state);
        };
    }

    /** The new place says that nothing is moved: it will never credit, so all can be undone, however far this side is. */
    private static Step<TransferOut> ended(TransferOut state, Ending ending) {
        return switch (state) {
            case LetterReceived _, FormSent _, FormReturned _, FundsReleasing _, FundsSent _ ->
                Step.to(new Restoring(state.move(), ending), new Ask(new Instruction.Restore()));
            case Restoring _, Ended _ -> Step.to(state);
            case Completed _ -> Step.refused(Reason.CASE_ENDED);
        };
    }

    private static Step<TransferOut> completed(TransferOut state, Document.Completion completion) {
        if (!(state instanceof FundsSent(var move, var form, var _, var _, var _))) {
            return notNow(state);
        }
        var credited = new Document.Completion(form.account(), form.pooled(), form.contributionMonths());
        return completion.equals(credited)
                ? Step.to(new Completed(move, form), new Ask(new Instruction.Settle()), new Inform(News.RIGHTS_LEFT))
                : Step.refused(Reason.NOT_AS_IN_FORM);
    }

    private static Step<TransferOut> asked(TransferOut state, List<Reason> reasons) {
        var task = new Assign(Task.CLARIFICATION_ASKED, reasons);
        return switch (state) {
            case FundsSent(var move, var form, var reference, var _, var clock) ->
                Step.to(new FundsSent(move, form, reference, reasons, clock), task);
            case LetterReceived _, FormSent _, FormReturned _, FundsReleasing _ -> Step.to(state, task);
            case Restoring _, Ended _, Completed _ -> notNow(state);
        };
    }

    private static Step<TransferOut> receipt(TransferOut state, DocumentType document, Receipt.Verdict verdict) {
        return switch (verdict) {
            case Accepted _
            when document == DocumentType.INFORMATION_FORM
                    && state instanceof FormSent(var move, var form, var clock) ->
                Step.to(new FundsReleasing(move, form, clock), new Ask(new Instruction.Release(form)));
            case Accepted _ -> Step.to(state);
            case Rejected(var reasons)
            when document == DocumentType.INFORMATION_FORM && state instanceof FormSent(var move, var _, var clock) ->
                Step.to(new FormReturned(move, reasons, clock), new Assign(Task.FORM_RETURNED, reasons));
            case Rejected(var reasons) when isOver(state) || Reason.OVER.containsAll(reasons) -> Step.to(state);
            case Rejected(var reasons) -> Step.to(state, new Assign(Task.MESSAGE_REJECTED, reasons));
        };
    }

    /** What contribution did for a case that has ended meanwhile will be undone: its instructions are worked off in order. */
    private static Step<TransferOut> answer(TransferOut state, Answer answer, Moment moment) {
        return switch (answer) {
            case Answer.AccountSealed(var form)
            when state instanceof LetterReceived(var move, var clock) ->
                Step.to(new FormSent(move, form, clock), new Send(new Document.InformationForm(form)));
            case Answer.SealRefused(var reasons) when state instanceof LetterReceived -> refuse(state, reasons);
            case Answer.FundsReleased(var reference)
            when state instanceof FundsReleasing(var move, var form, var _) ->
                Step.to(
                        new FundsSent(
                                move,
                                form,
                                reference,
                                List.of(),
                                Clock.from(Deadline.TRANSFER_COMPLETION, moment.today())),
                        new Send(new Document.FundNotice(form.account(), form.pooled(), reference)));
            case Answer.AccountRestored _
            when state instanceof Restoring(var move, var ending) ->
                Step.to(new Ended(move, ending), new Inform(News.ACCOUNT_RESTORED));
            default -> Step.to(state);
        };
    }

    private static Step<TransferOut> day(TransferOut state, Moment moment) {
        var clock = state.clock();
        if (clock == null || !clock.isNewlyMissed(moment)) {
            return Step.to(state);
        }
        var reported = clock.asReported();
        return switch (state) {
            case LetterReceived(var move, var _) -> late(new LetterReceived(move, reported), Task.DEADLINE_MISSED);
            case FormSent(var move, var form, var _) -> late(new FormSent(move, form, reported), Task.DEADLINE_MISSED);
            case FormReturned(var move, var reasons, var _) ->
                late(new FormReturned(move, reasons, reported), Task.DEADLINE_MISSED);
            case FundsReleasing(var move, var form, var _) ->
                late(new FundsReleasing(move, form, reported), Task.DEADLINE_MISSED);
            case FundsSent(var move, var form, var reference, var questions, var _) ->
                late(new FundsSent(move, form, reference, questions, reported), Task.PARTNER_LATE);
            case Restoring _, Ended _, Completed _ -> Step.to(state);
        };
    }

    private static Step<TransferOut> late(TransferOut state, Task task) {
        return Step.to(state, new Assign(task, List.of()));
    }

    private static Step<TransferOut> notNow(TransferOut state) {
        return Step.refused(isOver(state) ? Reason.CASE_ENDED : Reason.NOT_NOW);
    }

    private static boolean isOver(TransferOut state) {
        return state.isEnded() || state instanceof Restoring;
    }
}
