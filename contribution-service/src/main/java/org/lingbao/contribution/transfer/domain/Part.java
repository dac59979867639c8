package org.lingbao.contribution.transfer.domain;

import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/** What was done here for a case. */
public sealed interface Part {

    /** Nothing. */
    record None() implements Part {}

    /**
     * Old place: nothing more happens to the account (封存).
     *
     * @param place whose pooled fund will give its part
     * @param form what is in the account, as it was stated
     */
    record Sealed(PersonId person, Place place, Place province, Form form) implements Part {}

    /** Old place: person and pooled fund are in transit, and the bank is told to pay (划转). */
    record Released(PersonId person, Place place, Place province, Form form, SettlementReference reference)
            implements Part {}

    /** Old place: the new one has it (结清). */
    record Settled(Form form) implements Part {}

    /**
     * New place: what arrives under the reference is in transit.
     *
     * @param province who sends it
     * @param received all that arrived so far
     */
    record Expecting(SettlementReference reference, Place province, Money received) implements Part {}

    /** New place: transit went to person and pooled fund, the months are here. */
    record Credited(Form form) implements Part {}

    /** Old place: as if nothing had been done. */
    record Restored() implements Part {}

    /** New place: what arrived went back, and so does whatever still arrives. */
    record SentBack() implements Part {}

    /** What to do when asked to seal a person's account; while it is sealed, what is in it is stated anew. */
    default Step.ToSeal seal(PersonId asked) {
        return switch (this) {
            case None _ -> new Step.Seal();
            case Sealed(var person, var _, var _, var _) when person.equals(asked) -> new Step.Seal();
            case Released(var person, var _, var _, var form, var _)
            when person.equals(asked) -> new Step.SayAgain(form);
            case Sealed _, Released _, Settled _, Expecting _, Credited _, Restored _, SentBack _ ->
                throw cannotFollow("seal");
        };
    }

    /** What to do when asked to release what a form states: only the form that was stated. */
    default Step.ToRelease release(Form asked) {
        return switch (this) {
            case Sealed sealed when sealed.form.equals(asked) -> new Step.Release(sealed);
            case Released(var _, var _, var _, var form, var reference)
            when form.equals(asked) -> new Step.Released(reference);
            case None _, Sealed _, Released _, Settled _, Expecting _, Credited _, Restored _, SentBack _ ->
                throw cannotFollow("release");
        };
    }

    /** What to do when told that the new place has it. */
    default Step.ToSettle settle() {
        return switch (this) {
            case Released released -> new Step.Settle(released);
            case Settled _ -> new Step.Done();
            case None _, Sealed _, Expecting _, Credited _, Restored _, SentBack _ -> throw cannotFollow("settle");
        };
    }

    /** What to do when told under which reference money comes from a province; a corrected notice may name another one. */
    default Step.ToExpect expect(Place from) {
        return switch (this) {
            case None _ -> new Step.Expect(true);
            case Expecting(var _, var province, var _) when province.equals(from) -> new Step.Expect(false);
            case Credited _ -> new Step.Done();
            case Sealed _, Released _, Settled _, Expecting _, Restored _, SentBack _ ->
                throw cannotFollow("expect funds");
        };
    }

    /**
     * What to do when asked to credit what a form states: only what arrived, to the fen. More may have arrived since the
     * transfer service was told of it and asked.
     */
    default Step.ToCredit credit(Form asked) {
        return switch (this) {
            case Expecting expecting
            when asked.total().equals(asked.account().plus(asked.pooled())) ->
                expecting.received.equals(asked.total())
                        ? new Step.Credit(expecting)
                        : new Step.TellArrived(expecting.received);
            case Credited(var form) when form.equals(asked) -> new Step.Done();
            case None _, Sealed _, Released _, Settled _, Expecting _, Credited _, Restored _, SentBack _ ->
                throw cannotFollow("credit");
        };
    }

    /** What to do when asked to undo everything. */
    default Step.ToRestore restore() {
        return switch (this) {
            case None _, Restored _, SentBack _ -> new Step.Done();
            case Sealed sealed -> new Step.Unseal(sealed);
            case Released released -> new Step.Undo(released);
            case Expecting _ -> new Step.SendBack();
            case Settled _, Credited _ -> throw cannotFollow("restore");
        };
    }

    private IllegalStateException cannotFollow(String instruction) {
        return new IllegalStateException("an instruction to " + instruction + " cannot follow "
                + getClass().getSimpleName());
    }
}
