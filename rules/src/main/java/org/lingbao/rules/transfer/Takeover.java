package org.lingbao.rules.transfer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lingbao.rules.data.Citation;

/** What becomes of the relation of somebody who pays in a new place (新参保地). */
public sealed interface Takeover {
    /** The stable word for it. */
    String outcome();

    /** Within one province nothing is transferred (省内流动无需转移); the relation goes on. */
    record NotNeeded(Citation citation) implements Takeover {
        @Override
        public String outcome() {
            return "NO_TRANSFER_NEEDED";
        }
    }

    /** The new place takes the relation over, with an ordinary account (一般账户). */
    record TakenOver(Because because, Citation citation) implements Takeover {
        @Override
        public String outcome() {
            return "TRANSFER";
        }
    }

    /** Why the new place takes over. */
    enum Because {
        /** It is in the hukou province, whatever the age. */
        HUKOU_PROVINCE,
        /** An approved posting, whatever the age. */
        POSTING,
        /** The person was below the age on the first payment. */
        YOUNG_ENOUGH
    }

    /**
     * The relation stays at the old place; the new one opens a temporary account (临时基本养老保险缴费账户) for all contributions.
     *
     * @param reachedOn the day the age was reached
     */
    record TemporaryAccount(LocalDate reachedOn, Citation citation) implements Takeover {
        @Override
        public String outcome() {
            return "TEMPORARY_ACCOUNT";
        }
    }

    /** @param reasons all that apply, sorted by code */
    record Refused(List<Reason> reasons) implements Takeover {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        @Override
        public String outcome() {
            return "REFUSED";
        }
    }

    /** Why not, with the article it rests on. */
    sealed interface Reason {
        /** The stable code, as in the error catalogue. */
        String code();

        Citation citation();

        /** Who already draws a pension is not transferred. */
        record DrawingPension(Citation citation) implements Reason {
            @Override
            public String code() {
                return "DRAWING_PENSION";
            }
        }
    }
}
