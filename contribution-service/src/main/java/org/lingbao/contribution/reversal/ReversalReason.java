package org.lingbao.contribution.reversal;

/** Which mistake of the bank is undone (冲正原因). */
enum ReversalReason {
    /** The money is here and was meant for another bill: it goes to suspense. */
    WRONG_BILL,
    /** The money is here and was meant for another person: it goes to suspense. */
    WRONG_PERSON,
    /** No money was taken: whoever reported it owes it no more. */
    NEVER_TAKEN;

    /** Whether there is money to be given back. */
    boolean leavesMoney() {
        return this != NEVER_TAKEN;
    }
}
