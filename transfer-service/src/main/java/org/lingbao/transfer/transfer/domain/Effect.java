package org.lingbao.transfer.transfer.domain;

import java.util.List;

/** What follows from a step. All of it is written down in the transaction of the state, and done after it. */
public sealed interface Effect {

    /** A message to the other place. */
    record Send(Document document) implements Effect {}

    /** Something for contribution to do. */
    record Ask(Instruction instruction) implements Effect {}

    /**
     * Somebody must look at it (待办).
     *
     * @param reasons what is wrong; empty where the task says all
     */
    record Assign(Task task, List<Reason> reasons) implements Effect {
        public Assign {
            reasons = List.copyOf(reasons);
        }
    }

    /** The person is told. */
    record Inform(News news) implements Effect {}

    /** What there may be to do. */
    enum Task {
        /** This side has missed a deadline of the law. */
        DEADLINE_MISSED,
        /** The other side has. */
        PARTNER_LATE,
        /** The old place could not take the letter in. */
        LETTER_RETURNED,
        /** The new place could not take the form in. */
        FORM_RETURNED,
        /** The money is not what the form says. */
        FUNDS_MISMATCH,
        /** The account could not take the rights. */
        CREDIT_REFUSED,
        /** The other side asks. */
        CLARIFICATION_ASKED,
        /** The other side rejected what it cannot do without. */
        MESSAGE_REJECTED
    }

    /** What a person is told. */
    enum News {
        APPLICATION_RECEIVED,
        LETTER_SENT,
        RIGHTS_ARRIVED,
        RIGHTS_LEFT,
        ACCOUNT_RESTORED,
        TRANSFER_REFUSED,
        TRANSFER_CANCELLED
    }
}
