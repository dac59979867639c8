package org.lingbao.enrollment.standing;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Scheme;

/**
 * Our view of contribution.month-paid.v1.
 *
 * @param standing who paid; absent: the person
 */
record MonthPaid(
        UUID personId,
        Scheme scheme,
        List<YearMonth> months,
        @Nullable String standing) {

    /** Whether the person paid it, in the scheme in which an employer may pay instead. */
    boolean isOwn() {
        return scheme == Scheme.EMPLOYEE && (standing == null || standing.equals(RelationRow.Payer.FLEXIBLE.name()));
    }
}
