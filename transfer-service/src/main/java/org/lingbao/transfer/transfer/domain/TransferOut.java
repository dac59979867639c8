package org.lingbao.transfer.transfer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transfer as the old place sees it (转出). {@link Releasing} has its steps. */
public sealed interface TransferOut {
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

    /** The letter is here; contribution seals the account and says what is in it. */
    record LetterReceived(Move move, Clock clock) implements TransferOut {
        @Override
        public Status status() {
            return Status.LETTER_RECEIVED;
        }
    }

    /** The new place has the form, or will have it, and looks at it. */
    record FormSent(Move move, Form form, Clock clock) implements TransferOut {
        @Override
        public Status status() {
            return Status.INFO_SENT;
        }
    }

    /** The new place could not take the form in; it has to be corrected. */
    record FormReturned(Move move, List<Reason> reasons, Clock clock) implements TransferOut {
        @Override
        public Status status() {
            return Status.INFO_RETURNED;
        }
    }

    /** The new place has taken the form in; contribution releases the money. */
    record FundsReleasing(Move move, Form form, Clock clock) implements TransferOut {
        @Override
        public Status status() {
            return Status.INFO_SENT;
        }
    }

    /**
     * The money is sent, and only the new place can still end it.
     *
     * @param questions what the new place finds missing; empty: nothing
     */
    record FundsSent(Move move, Form form, SettlementReference reference, List<Reason> questions, Clock clock)
            implements TransferOut {
        public FundsSent {
            questions = List.copyOf(questions);
        }

        @Override
        public Status status() {
            return Status.FUNDS_SENT;
        }
    }

    /** It is decided that nothing is moved; contribution undoes what was done. */
    record Restoring(Move move, Ending ending) implements TransferOut {
        @Override
        public Status status() {
            return ending.status();
        }
    }

    /** Everything is as before the letter. */
    record Ended(Move move, Ending ending) implements TransferOut {
        @Override
        public Status status() {
            return ending.status();
        }

        @Override
        public boolean isEnded() {
            return true;
        }
    }

    /** The rights are in the new place. */
    record Completed(Move move, Form form) implements TransferOut {
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
