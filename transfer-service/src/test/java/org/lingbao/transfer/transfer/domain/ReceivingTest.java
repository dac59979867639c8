package org.lingbao.transfer.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.lingbao.transfer.transfer.domain.Cases.SHENYANG;
import static org.lingbao.transfer.transfer.domain.Cases.TODAY;
import static org.lingbao.transfer.transfer.domain.Cases.accepted;
import static org.lingbao.transfer.transfer.domain.Cases.form;
import static org.lingbao.transfer.transfer.domain.Cases.on;
import static org.lingbao.transfer.transfer.domain.Cases.rejected;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.deadline.Deadline;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.Effect.Ask;
import org.lingbao.transfer.transfer.domain.Effect.Assign;
import org.lingbao.transfer.transfer.domain.Effect.Inform;
import org.lingbao.transfer.transfer.domain.Effect.News;
import org.lingbao.transfer.transfer.domain.Effect.Send;
import org.lingbao.transfer.transfer.domain.Effect.Task;

class ReceivingTest {
    private static final TransferIn APPLIED = new TransferIn.Applied(MOVE, Clock.from(Deadline.TRANSFER_LETTER, DAY));
    private static final TransferIn LETTER_SENT = new TransferIn.LetterSent(MOVE, CLOCK, false);
    private static final TransferIn LETTER_RETURNED = new TransferIn.LetterReturned(MOVE, REASONS);
    private static final TransferIn FORM_RECEIVED = new TransferIn.FormReceived(MOVE, FORM, CLOCK);
    private static final Clock COMPLETION_CLOCK = Clock.from(Deadline.TRANSFER_COMPLETION, DAY);
    private static final TransferIn FUNDS_RECEIVED = new TransferIn.FundsReceived(MOVE, FORM, COMPLETION_CLOCK);
    private static final Money SHORT = FORM.total().minus(Money.yuan("0.01"));
    private static final List<Reason> TOO_LITTLE = List.of(new Reason("FUNDS_RECEIVED"));
    private static final TransferIn MISMATCH =
            new TransferIn.Mismatch(MOVE, FORM, SHORT, TOO_LITTLE, COMPLETION_CLOCK.stop(DAY));
    private static final TransferIn CREDITING = new TransferIn.Crediting(MOVE, FORM, FORM.total(), COMPLETION_CLOCK);
    private static final TransferIn RESTORING = new TransferIn.Restoring(MOVE, new Ending.Cancelled());
    private static final TransferIn ENDED = new TransferIn.Ended(MOVE, new Ending.Cancelled());
    private static final TransferIn COMPLETED = new TransferIn.Completed(MOVE, FORM);

    private static final List<TransferIn> ALL = List.of(
            APPLIED,
            LETTER_SENT,
            LETTER_RETURNED,
            FORM_RECEIVED,
            FUNDS_RECEIVED,
            MISMATCH,
            CREDITING,
            RESTORING,
            ENDED,
            COMPLETED);

    private static Step<TransferIn> step(TransferIn state, Input input) {
        return Receiving.on(state, input, TODAY);
    }

    @Test
    void who_is_taken_over_gets_a_letter_sent_to_the_old_place() {
        assertThat(step(APPLIED, new Command.SendLetter(LETTER)))
                .isEqualTo(Step.to(LETTER_SENT, new Send(LETTER), new Inform(News.LETTER_SENT)));
    }

    @Test
    void a_letter_counts_as_sent_when_the_old_place_has_taken_it_in() {
        var acknowledged = new TransferIn.LetterSent(MOVE, CLOCK, true);

        assertThat(LETTER_SENT.status()).isEqualTo(Status.ACCEPTED);
        assertThat(step(LETTER_SENT, accepted(DocumentType.CONTACT_LETTER))).isEqualTo(Step.to(acknowledged));
        assertThat(acknowledged.status()).isEqualTo(Status.LETTER_SENT);
    }

    @Test
    void a_returned_letter_is_a_task_and_can_be_sent_anew() {
        assertThat(step(LETTER_SENT, rejected(DocumentType.CONTACT_LETTER, Reason.PERSON_NOT_FOUND)))
                .isEqualTo(Step.to(
                        new TransferIn.LetterReturned(MOVE, List.of(Reason.PERSON_NOT_FOUND)),
                        new Assign(Task.LETTER_RETURNED, List.of(Reason.PERSON_NOT_FOUND))));
        assertThat(step(LETTER_RETURNED, new Command.SendLetter(LETTER)))
                .isEqualTo(Step.to(LETTER_SENT, new Send(LETTER), new Inform(News.LETTER_SENT)));
    }

    @Test
    void a_form_that_agrees_with_itself_is_taken_in() {
        assertThat(step(LETTER_SENT, new Document.InformationForm(FORM))).isEqualTo(Step.to(FORM_RECEIVED));
    }

    @Test
    void a_form_whose_sums_disagree_is_rejected_with_every_reason_and_changes_nothing() {
        assertThat(step(LETTER_SENT, new Document.InformationForm(form("960.01", "1440.00", "2400.00", 4))))
                .isEqualTo(Step.refused(new Reason("ACCOUNT_SUM"), new Reason("MONTHS_SUM"), new Reason("TOTAL_SUM")));
    }

    @Test
    void the_money_is_looked_for_when_its_notice_says_what_the_form_says() {
        assertThat(step(FORM_RECEIVED, NOTICE))
                .isEqualTo(Step.to(
                        FUNDS_RECEIVED, new Ask(new Instruction.Receive(REFERENCE, SHENYANG, Money.yuan("2400.00")))));
    }

    @Test
    void a_notice_of_other_amounts_than_the_forms_is_rejected() {
        var other = new Document.FundNotice(FORM.account(), FORM.total(), REFERENCE);

        assertThat(step(FORM_RECEIVED, other)).isEqualTo(Step.refused(Reason.NOT_AS_IN_FORM));
    }

    @Test
    void rights_are_credited_when_form_and_money_agree() {
        assertThat(step(FUNDS_RECEIVED, new Answer.FundsArrived(FORM.total())))
                .isEqualTo(Step.to(CREDITING, new Ask(new Instruction.Credit(MOVE.person(), FORM))));
    }

    @Test
    void money_that_is_a_fen_short_stops_the_clock_and_is_asked_for() {
        assertThat(step(FUNDS_RECEIVED, new Answer.FundsArrived(SHORT)))
                .isEqualTo(Step.to(
                        MISMATCH,
                        new Send(new Document.Clarification(TOO_LITTLE)),
                        new Assign(Task.FUNDS_MISMATCH, TOO_LITTLE)));
    }

    @Test
    void a_second_notice_lets_the_clock_run_again_and_the_money_be_looked_for() {
        var step = Receiving.on(MISMATCH, NOTICE, on(DAY.plusDays(3)));

        assertThat(step)
                .isEqualTo(Step.to(
                        new TransferIn.FundsReceived(
                                MOVE, FORM, COMPLETION_CLOCK.stop(DAY).resume(DAY.plusDays(3))),
                        new Ask(new Instruction.Receive(REFERENCE, SHENYANG, FORM.total()))));
    }

    @Test
    void the_same_shortage_is_reported_once() {
        assertThat(step(MISMATCH, new Answer.FundsArrived(SHORT))).isEqualTo(Step.to(MISMATCH));
    }

    @Test
    void an_account_that_cannot_take_the_rights_is_a_task_and_can_be_tried_again() {
        var overlap = List.of(new Reason("OVERLAP_UNRESOLVED"));
        var refused = new TransferIn.Mismatch(MOVE, FORM, FORM.total(), overlap, COMPLETION_CLOCK.stop(DAY));

        assertThat(step(CREDITING, new Answer.CreditRefused(overlap)))
                .isEqualTo(Step.to(refused, new Assign(Task.CREDIT_REFUSED, overlap)));
        assertThat(step(refused, new Command.Recheck()))
                .isEqualTo(Step.to(
                        new TransferIn.Crediting(
                                MOVE,
                                FORM,
                                FORM.total(),
                                COMPLETION_CLOCK.stop(DAY).resume(DAY)),
                        new Ask(new Instruction.Credit(MOVE.person(), FORM))));
    }

    @Test
    void credited_rights_complete_the_case_and_the_old_place_learns_what_was_credited() {
        assertThat(step(CREDITING, new Answer.RightsCredited()))
                .isEqualTo(Step.to(COMPLETED, new Send(COMPLETION), new Inform(News.RIGHTS_ARRIVED)));
    }

    @Test
    void before_a_letter_an_end_is_nobody_elses_business() {
        assertThat(Stream.of(APPLIED, LETTER_RETURNED).map(state -> step(state, new Command.Cancel())))
                .containsOnly(Step.to(ENDED, new Inform(News.TRANSFER_CANCELLED)));
    }

    @Test
    void after_a_letter_the_old_place_is_told_of_the_end() {
        assertThat(Stream.of(LETTER_SENT, FORM_RECEIVED).map(state -> step(state, new Command.Cancel())))
                .containsOnly(
                        Step.to(ENDED, new Send(new Document.Cancellation()), new Inform(News.TRANSFER_CANCELLED)));
    }

    @Test
    void where_money_came_an_end_returns_it_first() {
        assertThat(Stream.of(FUNDS_RECEIVED, MISMATCH).map(state -> step(state, new Command.Cancel())))
                .containsOnly(Step.to(
                        RESTORING,
                        new Ask(new Instruction.Restore()),
                        new Send(new Document.Cancellation()),
                        new Inform(News.TRANSFER_CANCELLED)));
        assertThat(step(RESTORING, new Answer.AccountRestored())).isEqualTo(Step.to(ENDED));
    }

    @Test
    void nobody_ends_a_case_whose_rights_are_being_credited() {
        assertThat(Stream.of(new Command.Cancel(), new Command.Refuse(REASONS)).map(end -> step(CREDITING, end)))
                .containsOnly(Step.refused(Reason.BEING_CREDITED));
    }

    @Test
    void the_old_place_may_refuse_until_it_sends_the_money() {
        var refused = new TransferIn.Ended(MOVE, new Ending.Refused(REASONS));
        var refusal = new Document.Refusal(REASONS);

        assertThat(Stream.of(LETTER_SENT, FORM_RECEIVED).map(state -> step(state, refusal)))
                .containsOnly(Step.to(refused, new Inform(News.TRANSFER_REFUSED)));
        assertThat(Stream.of(APPLIED, LETTER_RETURNED, FUNDS_RECEIVED, MISMATCH, CREDITING)
                        .map(state -> step(state, refusal)))
                .containsOnly(Step.refused(Reason.NOT_NOW));
    }

    @Test
    void a_refusal_that_crosses_a_cancellation_is_taken_and_changes_nothing() {
        assertThat(step(ENDED, new Document.Refusal(REASONS))).isEqualTo(Step.to(ENDED));
        assertThat(step(RESTORING, new Document.Refusal(REASONS))).isEqualTo(Step.to(RESTORING));
    }

    @Test
    void what_comes_after_the_end_is_rejected_as_such() {
        assertThat(Stream.of(NOTICE, new Document.InformationForm(FORM), new Document.Clarification(REASONS))
                        .map(late -> step(ENDED, late)))
                .containsOnly(Step.refused(Reason.CASE_ENDED));
    }

    @Test
    void a_document_out_of_turn_is_rejected() {
        assertThat(step(LETTER_SENT, NOTICE)).isEqualTo(Step.refused(Reason.NOT_NOW));
        assertThat(step(FORM_RECEIVED, new Document.InformationForm(FORM))).isEqualTo(Step.refused(Reason.NOT_NOW));
        assertThat(step(CREDITING, NOTICE)).isEqualTo(Step.refused(Reason.NOT_NOW));
        assertThat(step(LETTER_SENT, LETTER)).isEqualTo(Step.refused(Reason.NOT_NOW));
        assertThat(step(LETTER_SENT, COMPLETION)).isEqualTo(Step.refused(Reason.NOT_NOW));
    }

    @Test
    void answers_of_contribution_that_come_too_late_change_nothing() {
        assertThat(step(RESTORING, new Answer.FundsArrived(FORM.total()))).isEqualTo(Step.to(RESTORING));
        assertThat(step(COMPLETED, new Answer.RightsCredited())).isEqualTo(Step.to(COMPLETED));
        assertThat(step(CREDITING, new Answer.FundsArrived(FORM.total()))).isEqualTo(Step.to(CREDITING));
    }

    @Test
    void a_deadline_of_the_law_that_is_missed_is_a_task_once() {
        var due = DAY.plusDays(60);
        var late = Receiving.on(APPLIED, new Input.DayBegan(), on(due));
        var reported = new TransferIn.Applied(
                MOVE, Clock.from(Deadline.TRANSFER_LETTER, DAY).asReported());

        assertThat(late).isEqualTo(Step.to(reported, new Assign(Task.DEADLINE_MISSED, List.of())));
        assertThat(Receiving.on(reported, new Input.DayBegan(), on(due.plusDays(1))))
                .isEqualTo(Step.to(reported));
    }

    @Test
    void a_late_form_is_the_old_places_delay_and_the_case_waits_on() {
        assertThat(Receiving.on(LETTER_SENT, new Input.DayBegan(), on(DAY.plusDays(60))))
                .isEqualTo(Step.to(
                        new TransferIn.LetterSent(MOVE, CLOCK.asReported(), false),
                        new Assign(Task.PARTNER_LATE, List.of())));
    }

    @Test
    void while_the_old_place_is_asked_no_deadline_is_missed() {
        assertThat(Receiving.on(MISMATCH, new Input.DayBegan(), on(DAY.plusDays(60))))
                .isEqualTo(Step.to(MISMATCH));
    }

    @Test
    void every_input_has_an_answer_in_every_state_on_any_day() {
        assertThat(ALL.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(TransferIn.class.getPermittedSubclasses());
        for (var state : ALL) {
            for (var input : INPUTS) {
                var steps = Stream.of(DAY, DAY.plusYears(1)).map(day -> Receiving.on(state, input, on(day)));
                assertThat(steps).as(state.status() + " " + input).doesNotContainNull();
            }
        }
    }

    @Test
    void nothing_moves_a_case_that_has_ended() {
        for (var state : List.of(ENDED, COMPLETED)) {
            assertThat(INPUTS.stream().map(input -> step(state, input)))
                    .as(state.toString())
                    .allMatch(step -> step instanceof Step.Refused<TransferIn>
                            || step instanceof Step.Taken<TransferIn>(var after, var _) && after.equals(state));
        }
    }

    @Test
    void nothing_is_asked_of_contribution_for_a_case_that_has_ended() {
        for (var state : List.of(ENDED, COMPLETED)) {
            assertThat(INPUTS.stream().map(input -> step(state, input)))
                    .noneMatch(step -> step instanceof Step.Taken<TransferIn>(var _, var effects)
                            && effects.stream().anyMatch(effect -> effect instanceof Ask || effect instanceof Send));
        }
    }
}
