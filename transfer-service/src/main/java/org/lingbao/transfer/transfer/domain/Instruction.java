package org.lingbao.transfer.transfer.domain;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * What the case asks of contribution, in which the account and the money are. Those of one case are worked off in their
 * order; each is worked off once, however often it arrives.
 */
public sealed interface Instruction {

    /**
     * Old place: let nothing more happen to the account, and say what is in it (封存).
     *
     * @param payee where the money is to go; null: as it was said before
     */
    record Seal(PersonId person, Place newPlace, @Nullable Payee payee) implements Instruction {}

    /** Old place: person and pooled fund to transit, as the form says. */
    record Release(Form form) implements Instruction {}

    /** Old place: the new one has it; transit to the bank. */
    record Settle() implements Instruction {}

    /**
     * New place: what the bank received under this reference, all in all, to transit.
     *
     * @param stated what the old place says it sent
     */
    record Receive(SettlementReference reference, Place oldPlace, Money stated) implements Instruction {}

    /** New place: transit to person and pooled fund, months merged. */
    record Credit(PersonId person, Form form) implements Instruction {}

    /** Either: undo whatever was done for this case. Nothing may have been. */
    record Restore() implements Instruction {}
}
