package org.lingbao.contribution.insured;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our view of enrollment.relation-closed.v1.
 *
 * @param from the first month, as it is reckoned now; absent: as before
 * @param to the last month; the one before {@code from} where none is left
 * @param because why
 */
record RelationClosed(
        UUID relationId,
        @Nullable YearMonth from,
        YearMonth to,
        @Nullable String because) {
    private static final String MOVED = "TRANSFERRED_OUT";

    /** Whether its later months are another relation's: what is billed of them is void. A transfer seals the account instead. */
    boolean losesMonths() {
        return !MOVED.equals(because);
    }
}
