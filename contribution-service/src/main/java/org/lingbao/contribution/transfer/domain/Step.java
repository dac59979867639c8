package org.lingbao.contribution.transfer.domain;

import org.lingbao.rules.value.Money;

/** What an instruction makes of a {@link Part}. */
public sealed interface Step {

    /** After an instruction to seal. */
    sealed interface ToSeal extends Step {}

    /** After an instruction to release. */
    sealed interface ToRelease extends Step {}

    /** After an instruction to settle. */
    sealed interface ToSettle extends Step {}

    /** After an instruction to expect money. */
    sealed interface ToExpect extends Step {}

    /** After an instruction to credit. */
    sealed interface ToCredit extends Step {}

    /** After an instruction to restore. */
    sealed interface ToRestore extends Step {}

    /** It is done already; only the answer, if any, is given again. */
    record Done() implements ToSettle, ToExpect, ToCredit, ToRestore {}

    /** Look whether the account is free, seal it, and state what is in it. */
    record Seal() implements ToSeal {}

    /** It left already: the form is stated as it left. */
    record SayAgain(Form form) implements ToSeal {}

    /** To transit, and order the payment. */
    record Release(Part.Sealed sealed) implements ToRelease {}

    /** It was released under this reference. */
    record Released(SettlementReference reference) implements ToRelease {}

    /** Transit to the bank. */
    record Settle(Part.Released released) implements ToSettle {}

    /**
     * Money under the reference belongs to the case.
     *
     * @param first whether this is the first that is heard of the case
     */
    record Expect(boolean first) implements ToExpect {}

    /** Transit to person and pooled fund. */
    record Credit(Part.Expecting expecting) implements ToCredit {}

    /** Refuse, and say what arrived: it is not what the form states. */
    record TellArrived(Money received) implements ToCredit {}

    /** Only the seal was set. */
    record Unseal(Part.Sealed sealed) implements ToRestore {}

    /** Transit back to person and pooled fund, months come back. */
    record Undo(Part.Released released) implements ToRestore {}

    /** What arrived goes back to where it came from. */
    record SendBack() implements ToRestore {}
}
