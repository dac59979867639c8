package org.lingbao.transfer.transfer.domain;

import java.util.List;
import org.lingbao.rules.value.Money;

/** What contribution says it did for a case. */
public sealed interface Answer extends Input {

    /** @param form what is in the account */
    record AccountSealed(Form form) implements Answer {}

    /** There is no account, or it is not free. */
    record SealRefused(List<Reason> reasons) implements Answer {
        public SealRefused {
            reasons = Reason.sorted(reasons);
        }
    }

    record FundsReleased(SettlementReference reference) implements Answer {}

    /** @param received all that the bank received for this case so far */
    record FundsArrived(Money received) implements Answer {}

    record RightsCredited() implements Answer {}

    /** The account cannot take it, such as months that are paid here, too (重复缴费). Nothing was posted. */
    record CreditRefused(List<Reason> reasons) implements Answer {
        public CreditRefused {
            reasons = Reason.sorted(reasons);
        }
    }

    record AccountRestored() implements Answer {}
}
