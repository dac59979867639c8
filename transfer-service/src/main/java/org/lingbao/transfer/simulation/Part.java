package org.lingbao.transfer.simulation;

import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.transfer.domain.Form;
import org.lingbao.transfer.transfer.domain.PersonId;

/** What contribution did for one case in one cell. */
final class Part {
    @Nullable
    PersonId person;

    @Nullable
    Form released;

    @Nullable
    Form credited;

    Money received = Money.ZERO;
    int credits;
    boolean statedWrongly;
    boolean settled;
    boolean restored;

    /** What the case has in the transit account of the old place. */
    Money transitOut() {
        return released == null || settled || restored ? Money.ZERO : released.total();
    }

    /** What it has in that of the new place. */
    Money transitIn() {
        return credits > 0 || restored ? Money.ZERO : received;
    }
}
