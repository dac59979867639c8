package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a clerk who withdraws the record of a death (撤销死亡登记): it never was, or every reason why it stands. */
public sealed interface DeathWithdrawal {

    /** The death is none of the facts any more. */
    record Accepted() implements DeathWithdrawal {}

    /** It has been withdrawn already, for the same reason and by the same document. */
    record Known() implements DeathWithdrawal {}

    /** @param reasons every one that holds, sorted by code */
    record Refused(List<Reason> reasons) implements DeathWithdrawal {
        public Refused {
            reasons =
                    reasons.stream().sorted(Comparator.comparing(Reason::code)).toList();
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    /** Why the record is wrong. */
    enum Why {
        /** Somebody else died (登记对象错误). */
        ANOTHER_PERSON,
        /** Who issued the certificate has withdrawn or corrected it (死亡证明撤销或更正). */
        CERTIFICATE_VOID,
        /** The court revoked its declaration of death (撤销死亡宣告), Civil Code, article 50. */
        DECLARATION_REVOKED,
        /** The day was entered wrongly (录入错误); the right one is recorded anew. */
        ENTRY_ERROR
    }

    /** The number of a document. */
    record Document(String number) {}

    /** What is to be withdrawn, why, and what shows it. */
    record Claim(LocalDate diedOn, Why why, Document shown) {}

    /**
     * The death that is on record.
     *
     * @param shown what showed it
     * @param byCaller whether who withdraws it recorded it
     */
    record Recorded(LocalDate diedOn, Document shown, boolean byCaller) {}

    /** Why not. */
    sealed interface Reason {
        /** The code of the catalogue. */
        String code();

        /** No death of the person is on record. */
        record NotRecorded() implements Reason {
            @Override
            public String code() {
                return "DEATH_NOT_RECORDED";
            }
        }

        /** The one that is on record is of another day: perhaps another record is meant. */
        record OtherDay(LocalDate recorded) implements Reason {
            @Override
            public String code() {
                return "DEATH_ON_OTHER_DAY";
            }
        }

        /** Who recorded it does not withdraw it. */
        record ByWhoRecorded() implements Reason {
            @Override
            public String code() {
                return "WITHDRAWAL_BY_WHO_RECORDED";
            }
        }

        /** What showed the death does not show the contrary. */
        record SameDocument() implements Reason {
            @Override
            public String code() {
                return "WITHDRAWAL_NEEDS_OTHER_DOCUMENT";
            }
        }
    }

    /**
     * @param recorded the death that is on record; null: none is
     * @param withdrawn those that were withdrawn already
     */
    static DeathWithdrawal of(Claim claim, @Nullable Recorded recorded, Collection<Claim> withdrawn) {
        var meant = recorded != null && recorded.diedOn().equals(claim.diedOn());
        if (!meant && withdrawn.contains(claim)) {
            return new Known();
        }
        if (recorded == null) {
            return new Refused(List.of(new Reason.NotRecorded()));
        }
        var reasons = new ArrayList<Reason>();
        if (!meant) {
            reasons.add(new Reason.OtherDay(recorded.diedOn()));
        }
        if (recorded.byCaller()) {
            reasons.add(new Reason.ByWhoRecorded());
        }
        if (recorded.shown().equals(claim.shown())) {
            reasons.add(new Reason.SameDocument());
        }
        return reasons.isEmpty() ? new Accepted() : new Refused(reasons);
    }
}
