package org.lingbao.rules.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the number of an identity document says, or why it is none of that kind. */
public sealed interface DocumentCheck {

    /**
     * It can be one. Of documents whose number has no check digit nothing more can be said.
     *
     * @param number normalised: in capitals
     * @param birthDate null where the number does not tell it
     * @param sex null where the number does not tell it
     */
    record Good(
            DocumentKind kind,
            String number,
            @Nullable LocalDate birthDate,
            @Nullable Sex sex) implements DocumentCheck {
        /** Without the number and the birth date: a log must not tell them. */
        @Override
        public String toString() {
            return "Good[kind=" + kind + "]";
        }
    }

    /** @param reasons in the order of the checks; a later check is made only where the earlier ones hold */
    record Bad(List<Reason> reasons) implements DocumentCheck {
        public Bad {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why it is none. */
    enum Reason {
        /** Not as the numbers of the kind are formed. */
        FORMAT,
        /** The check digit does not fit: a digit was mistyped. */
        CHECK_DIGIT,
        /** No day of the calendar, or a day after the day of asking. */
        BIRTH_DATE,
        /** The number of another kind of document. */
        KIND
    }
}
