package org.lingbao.rules.transfer;

import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.value.Money;

/** Whether a received information form (信息表) agrees with itself and with the money. */
public sealed interface FormCheck {

    record Consistent() implements FormCheck {}

    /** @param reasons all that apply, sorted by code */
    record Inconsistent(List<Reason> reasons) implements FormCheck {
        public Inconsistent {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** What is compared. The names are the reasons' codes. */
    enum Kind {
        /** Item 4 with items 1 to 3. */
        ACCOUNT_SUM,
        /** Item 6 with items 4 and 5. */
        TOTAL_SUM,
        /** The months of the rows with those stated. */
        MONTHS_SUM,
        /** The latest year's closing balance with items 1 to 3. */
        CLOSING_BALANCE,
        /** The money that arrived with item 6. */
        FUNDS_RECEIVED
    }

    /** What does not agree. */
    sealed interface Reason {
        /** The stable code, as in the error catalogue. */
        String code();

        Citation citation();

        /**
         * Two amounts that should be equal.
         *
         * @param stated what the form states
         * @param found what it should be by the other figures, or what arrived
         */
        record Amounts(Kind kind, Money stated, Money found, Citation citation) implements Reason {
            @Override
            public String code() {
                return kind.name();
            }
        }

        /** Months stated, and the sum of the rows' months. */
        record Months(int stated, int found, Citation citation) implements Reason {
            @Override
            public String code() {
                return Kind.MONTHS_SUM.name();
            }
        }
    }
}
