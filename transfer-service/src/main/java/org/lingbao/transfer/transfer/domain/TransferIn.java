package org.lingbao.transfer.transfer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;

/** A transfer as the new place sees it (转入). {@link Receiving} has its steps. */
public sealed interface TransferIn {
    Move move();

    Status status();

    /** The deadline that runs, this side's or the partner's; null where none does. */
    default @Nullable Clock clock() {
        return null;
    }

    /** Whether nothing will follow any more. */
    default boolean isEnded() {
        return false;
    }

    /** Applied for; the agency has to send a letter or to refuse. */
    record Applied(Move move, Clock clock) implements TransferIn {
        @Override
        public Status status() {
            return Status.APPLIED;
        }
    }

    /**
     * Taken over; the old place has to send the form.
     *
     * @param acknowledged whether the old place has taken the letter in
     */
    record LetterSent(Move move, Clock clock, boolean acknowledged) implements TransferIn {
        @Override
        public Status status() {
            return acknowledged ? Status.LETTER_SENT : Status.ACCEPTED;
        }
    }

    /** The old place could not take the letter in, and so has no case. */
    record LetterReturned(Move move, List<Reason> reasons) implements TransferIn {
        @Override
        public Status status() {
            return Status.LETTER_RETURNED;
        }
    }

    /** The form agrees with itself; the old place has to send the money. */
    record FormReceived(Move move, Form form, Clock clock) implements TransferIn {
        @Override
        public Status status() {
            return Status.INFO_RECEIVED;
        }
    }

    /** The money is said to be sent; contribution looks for it. */
    record FundsReceived(Move move, Form form, Clock clock) implements TransferIn {
        @Override
        public Status status() {
            return Status.FUNDS_RECEIVED;
        }
    }

    /**
     * Something does not agree, and this side's deadline stands still.
     *
     * @param received the money that has arrived so far
     */
    record Mismatch(Move move, Form form, Money received, List<Reason> reasons, Clock clock) implements TransferIn {
        @Override
        public Status status() {
            return Status.MISMATCH;
        }
    }

    /** Contribution is crediting the rights, or cannot. From here on nobody turns back: it may have happened. */
    record Crediting(Move move, Form form, Money received, Clock clock) implements TransferIn {
        @Override
        public Status status() {
            return Status.FUNDS_RECEIVED;
        }
    }

    /** It is decided that nothing is moved; contribution undoes what was done. */
    record Restoring(Move move, Ending ending) implements TransferIn {
        @Override
        public Status status() {
            return ending.status();
        }
    }

    /** Nothing was moved. */
    record Ended(Move move, Ending ending) implements TransferIn {
        @Override
        public Status status() {
            return ending.status();
        }

        @Override
        public boolean isEnded() {
            return true;
        }
    }

    /** The rights are here. */
    record Completed(Move move, Form form) implements TransferIn {
        @Override
        public Status status() {
            return Status.COMPLETED;
        }

        @Override
        public boolean isEnded() {
            return true;
        }
    }
}
