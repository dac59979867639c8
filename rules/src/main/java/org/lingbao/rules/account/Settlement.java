package org.lingbao.rules.account;

import java.util.List;
import org.lingbao.rules.data.Citation;
import org.lingbao.rules.value.Money;

/** What becomes of an individual account when something happens to its holder (个人账户的处理), with the article it rests on. */
public sealed interface Settlement {
    Citation citation();

    /**
     * The account stays as it is and is paid out as a pension once its conditions are met (个人账户保留、不得提前支取).
     *
     * @param balance what stays in it
     * @param because what happened
     */
    record Kept(Money balance, Event because, Citation citation) implements Settlement {}

    /**
     * The account is paid out at once (一次性支付).
     *
     * @param amount the whole balance, in the resident scheme with the government's subsidies
     * @param before what must precede, in this order
     * @param fromPool what the pooled fund owes besides; its amounts are other rules'
     */
    record PaidOnce(Recipient to, Money amount, List<Step> before, List<PoolBenefit> fromPool, Citation citation)
            implements Settlement {
        public PaidOnce {
            before = List.copyOf(before);
            fromPool = List.copyOf(fromPool);
        }
    }

    /** What happens to the holder. */
    enum Event {
        /** The holder wants the money before the benefit age (提前支取). */
        WITHDRAWAL_BEFORE_BENEFIT_AGE,
        DEATH,
        /** The holder settles abroad and keeps Chinese nationality (出境定居，保留国籍). */
        EMIGRATION,
        /** The holder loses Chinese nationality (丧失中国国籍). */
        LOST_NATIONALITY
    }

    /** Who is paid. */
    enum Recipient {
        PERSON,
        HEIRS
    }

    /** What must precede a payment. */
    enum Step {
        /** The person applies in writing to end the relation (书面申请终止). */
        WRITTEN_APPLICATION,
        /** The agency explains the consequences in writing (书面告知后果). */
        WRITTEN_EXPLANATION,
        /** The person confirms in writing once more (再次书面确认). */
        SECOND_CONFIRMATION
    }

    /** What the pooled fund pays besides. */
    enum PoolBenefit {
        /** 丧葬补助金 */
        FUNERAL,
        /** 抚恤金 */
        BEREAVEMENT
    }
}
