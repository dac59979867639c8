package org.lingbao.transfer.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.transfer.transfer.domain.Cases.CASE;
import static org.lingbao.transfer.transfer.domain.Cases.CLOCK;
import static org.lingbao.transfer.transfer.domain.Cases.COMPLETION;
import static org.lingbao.transfer.transfer.domain.Cases.DAY;
import static org.lingbao.transfer.transfer.domain.Cases.FORM;
import static org.lingbao.transfer.transfer.domain.Cases.INPUTS;
import static org.lingbao.transfer.transfer.domain.Cases.LETTER;
import static org.lingbao.transfer.transfer.domain.Cases.MOVE;
import static org.lingbao.transfer.transfer.domain.Cases.NOTICE;
import static org.lingbao.transfer.transfer.domain.Cases.REASONS;
import static org.lingbao.transfer.transfer.domain.Cases.REFERENCE;
import static org.lingbao.transfer.transfer.domain.Cases.TODAY;
import static org.lingbao.transfer.transfer.domain.Cases.WEIFANG;
import static org.lingbao.transfer.transfer.domain.Cases.accepted;
import static org.lingbao.transfer.transfer.domain.Cases.on;
import static org.lingbao.transfer.transfer.domain.Cases.rejected;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.transfer.transfer.domain.Effect.Ask;
import org.lingbao.transfer.transfer.domain.Effect.Assign;
import org.lingbao.transfer.transfer.domain.Effect.Inform;
import org.lingbao.transfer.transfer.domain.Effect.News;
import org.lingbao.transfer.transfer.domain.Effect.Send;
import org.lingbao.transfer.transfer.domain.Effect.Task;

class ReleasingTest {
    private static final TransferOut LETTER_RECEIVED = new TransferOut.LetterReceived(MOVE, CLOCK);
    private static final TransferOut FORM_SENT = new TransferOut.FormSent(MOVE, FORM, CLOCK);
    private static final TransferOut FORM_RETURNED = new TransferOut.FormReturned(MOVE, REASONS, CLOCK);
    private static final TransferOut RELEASING = new TransferOut.FundsReleasing(MOVE, FORM, CLOCK);
    private static final Clock PARTNERS = Clock.from(Deadline.TRANSFER_COMPLETION, DAY);
    private static final TransferOut FUNDS_SENT = fundsSent(List.of());
    private static final TransferOut RESTORING = new TransferOut.Restoring(MOVE, new Ending.Cancelled());
    private static final TransferOut ENDED = new TransferOut.Ended(MOVE, new Ending.Cancelled());
    private static final TransferOut COMPLETED = new TransferOut.Completed(MOVE, FORM);
    private static final Ask SEAL = new Ask(new Instruction.Seal(MOVE.person(), WEIFANG, LETTER.payee()));
    private static final Ask SEAL_AGAIN = new Ask(new Instruction.Seal(MOVE.person(), WEIFANG, null));
    private static final Ask RESTORE = new Ask(new Instruction.Restore());

    private static TransferOut fundsSent(List<Reason> questions) {
        return new TransferOut.FundsSent(MOVE, FORM, REFERENCE, questions, PARTNERS);
    }

    private static final List<TransferOut> ALL =
            List.of(LETTER_RECEIVED, FORM_SENT, FORM_RETURNED, RELEASING, FUNDS_SENT, RESTORING, ENDED, COMPLETED);

    private static Step<TransferOut> step(TransferOut state, Input input) {
        return Releasing.on(state, input, TODAY);
    }

    @Test
    void a_letter_opens_a_case_and_seals_the_account() {
        assertThat(Releasing.open(CASE, LETTER, Findings.free(MOVE.person()), TODAY))
                .isEqualTo(Step.to(LETTER_RECEIVED, SEAL));
    }

    @Test
    void a_letter_that_cannot_be_taken_in_names_every_reason_and_opens_nothing() {
        assertThat(Releasing.open(CASE, LETTER, new Findings(null, true, false), TODAY))
                .isEqualTo(Step.refused(Reason.TRANSFER_OPEN, Reason.PERSON_NOT_FOUND, Reason.WRONG_AGENCY));
    }

    @Test
    void a_sealed_account_is_told_to_the_new_place() {
        assertThat(step(LETTER_RECEIVED, new Answer.AccountSealed(FORM)))
                .isEqualTo(Step.to(FORM_SENT, new Send(new Document.InformationForm(FORM))));
    }

    @Test
    void an_account_that_cannot_be_sealed_is_a_refusal() {
        assertThat(step(LETTER_RECEIVED, new Answer.SealRefused(REASONS)))
                .isEqualTo(Step.to(
                        new TransferOut.Restoring(MOVE, new Ending.Refused(REASONS)),
                        RESTORE,
                        new Send(new Document.Refusal(REASONS))));
    }

    @Test
    void money_leaves_the_account_when_the_new_place_has_taken_the_form_in_and_not_before() {
        assertThat(step(FORM_SENT, accepted(DocumentType.INFORMATION_FORM)))
                .isEqualTo(Step.to(RELEASING, new Ask(new Instruction.Release(FORM))));
        assertThat(step(FORM_SENT, new Answer.FundsReleased(REFERENCE))).isEqualTo(Step.to(FORM_SENT));
    }

    @Test
    void a_returned_form_is_a_task_and_is_written_anew_from_the_account() {
        assertThat(step(FORM_SENT, rejected(DocumentType.INFORMATION_FORM, REASONS.getFirst())))
                .isEqualTo(Step.to(FORM_RETURNED, new Assign(Task.FORM_RETURNED, REASONS)));
        assertThat(step(FORM_RETURNED, new Command.Correct())).isEqualTo(Step.to(LETTER_RECEIVED, SEAL_AGAIN));
    }

    @Test
    void released_money_is_announced() {
        assertThat(step(RELEASING, new Answer.FundsReleased(REFERENCE)))
                .isEqualTo(Step.to(FUNDS_SENT, new Send(NOTICE)));
    }

    @Test
    void until_the_money_is_announced_this_side_may_refuse() {
        assertThat(Stream.of(LETTER_RECEIVED, FORM_SENT, FORM_RETURNED, RELEASING)
                        .map(state -> step(state, new Command.Refuse(REASONS))))
                .containsOnly(Step.to(
                        new TransferOut.Restoring(MOVE, new Ending.Refused(REASONS)),
                        RESTORE,
                        new Send(new Document.Refusal(REASONS))));
        assertThat(step(FUNDS_SENT, new Command.Refuse(REASONS))).isEqualTo(Step.refused(Reason.FUNDS_SENT));
    }

    @Test
    void the_new_place_may_end_it_at_any_time_and_everything_is_restored() {
        assertThat(Stream.of(LETTER_RECEIVED, FORM_SENT, FORM_RETURNED, RELEASING, FUNDS_SENT)
                        .map(state -> step(state, new Document.Cancellation())))
                .containsOnly(Step.to(RESTORING, RESTORE));
        assertThat(step(FUNDS_SENT, new Document.Refusal(REASONS)))
                .isEqualTo(Step.to(new TransferOut.Restoring(MOVE, new Ending.Refused(REASONS)), RESTORE));
    }

    @Test
    void a_case_that_was_given_up_never_sends_form_or_money() {
        assertThat(step(RESTORING, new Answer.AccountSealed(FORM))).isEqualTo(Step.to(RESTORING));
        assertThat(step(RESTORING, new Answer.FundsReleased(REFERENCE))).isEqualTo(Step.to(RESTORING));
        assertThat(step(RESTORING, accepted(DocumentType.INFORMATION_FORM))).isEqualTo(Step.to(RESTORING));
    }

    @Test
    void the_person_learns_that_the_account_is_restored() {
        assertThat(step(RESTORING, new Answer.AccountRestored()))
                .isEqualTo(Step.to(ENDED, new Inform(News.ACCOUNT_RESTORED)));
    }

    @Test
    void ends_that_cross_each_other_are_taken_and_change_nothing() {
        assertThat(step(RESTORING, new Document.Cancellation())).isEqualTo(Step.to(RESTORING));
        assertThat(step(ENDED, new Document.Refusal(REASONS))).isEqualTo(Step.to(ENDED));
    }

    @Test
    void completion_clears_transit() {
        assertThat(step(FUNDS_SENT, COMPLETION))
                .isEqualTo(Step.to(COMPLETED, new Ask(new Instruction.Settle()), new Inform(News.RIGHTS_LEFT)));
    }

    @Test
    void a_completion_of_other_amounts_or_months_is_rejected() {
        var months = new Document.Completion(FORM.account(), FORM.pooled(), 2);
        var amounts = new Document.Completion(FORM.account(), FORM.total(), FORM.contributionMonths());

        assertThat(Stream.of(months, amounts).map(wrong -> step(FUNDS_SENT, wrong)))
                .containsOnly(Step.refused(Reason.NOT_AS_IN_FORM));
    }

    @Test
    void nothing_is_completed_or_cancelled_out_of_turn() {
        assertThat(Stream.of(LETTER_RECEIVED, FORM_SENT, FORM_RETURNED, RELEASING)
                        .map(state -> step(state, COMPLETION)))
                .containsOnly(Step.refused(Reason.NOT_NOW));
        assertThat(Stream.of(new Document.Cancellation(), COMPLETION, LETTER, new Document.Clarification(REASONS))
                        .map(late -> step(COMPLETED, late)))
                .containsOnly(Step.refused(Reason.CASE_ENDED));
        assertThat(step(FORM_SENT, LETTER)).isEqualTo(Step.refused(Reason.NOT_NOW));
    }

    @Test
    void a_question_about_the_money_is_a_task_and_what_is_missing_can_be_sent_after_it() {
        var asked = fundsSent(REASONS);

        assertThat(step(FUNDS_SENT, new Document.Clarification(REASONS)))
                .isEqualTo(Step.to(asked, new Assign(Task.CLARIFICATION_ASKED, REASONS)));
        assertThat(step(asked, new Command.Supplement())).isEqualTo(Step.to(FUNDS_SENT, new Send(NOTICE)));
        assertThat(step(FUNDS_SENT, new Command.Supplement())).isEqualTo(Step.refused(Reason.NOT_NOW));
    }

    @Test
    void a_rejected_notice_is_a_task_unless_the_case_is_over_there() {
        assertThat(step(FUNDS_SENT, rejected(DocumentType.FUND_NOTICE, Reason.NOT_NOW)))
                .isEqualTo(Step.to(FUNDS_SENT, new Assign(Task.MESSAGE_REJECTED, List.of(Reason.NOT_NOW))));
        assertThat(step(FUNDS_SENT, rejected(DocumentType.FUND_NOTICE, Reason.CASE_ENDED)))
                .isEqualTo(Step.to(FUNDS_SENT));
    }

    @Test
    void a_completion_that_does_not_come_is_the_new_places_delay() {
        var late = new TransferOut.FundsSent(MOVE, FORM, REFERENCE, List.of(), PARTNERS.asReported());

        assertThat(Releasing.on(FUNDS_SENT, new Input.DayBegan(), on(DAY.plusDays(60))))
                .isEqualTo(Step.to(late, new Assign(Task.PARTNER_LATE, List.of())));
    }

    @Test
    void every_input_has_an_answer_in_every_state_on_any_day() {
        assertThat(ALL.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(TransferOut.class.getPermittedSubclasses());
        for (var state : ALL) {
            for (var input : INPUTS) {
                var steps = Stream.of(DAY, DAY.plusYears(1)).map(day -> Releasing.on(state, input, on(day)));
                assertThat(steps).as(state.status() + " " + input).doesNotContainNull();
            }
        }
    }

    @Test
    void nothing_moves_a_case_that_has_ended() {
        for (var state : List.of(ENDED, COMPLETED)) {
            assertThat(INPUTS.stream().map(input -> step(state, input)))
                    .as(state.toString())
                    .allMatch(step -> step instanceof Step.Refused<TransferOut>
                            || step instanceof Step.Taken<TransferOut>(var after, var _) && after.equals(state));
        }
    }

    @Test
    void nothing_is_asked_of_contribution_for_a_case_that_has_ended() {
        for (var state : List.of(ENDED, COMPLETED)) {
            assertThat(INPUTS.stream().map(input -> step(state, input)))
                    .noneMatch(step -> step instanceof Step.Taken<TransferOut>(var _, var effects)
                            && effects.stream().anyMatch(effect -> effect instanceof Ask || effect instanceof Send));
        }
    }
}
