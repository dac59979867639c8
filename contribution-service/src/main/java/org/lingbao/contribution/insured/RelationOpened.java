package org.lingbao.contribution.insured;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Scheme;

/**
 * Our view of enrollment.relation-opened.v1.
 *
 * @param from the first month that may be paid
 * @param to the last one, where it has ended already
 * @param lastPayableMonth the last one, where the law sets an end
 */
record RelationOpened(
        UUID relationId,
        UUID personId,
        Scheme scheme,
        String place,
        String standing,
        YearMonth from,
        @Nullable YearMonth to,
        @Nullable YearMonth lastPayableMonth,
        LocalDate openedOn) {

    /**
     * Only a pension is saved for, and chosen and billed by itself. Medical insurance that rides on it is a line of the pension's bill, so
     * its relation opens nothing here.
     */
    boolean hasAccount() {
        return scheme == Scheme.EMPLOYEE || scheme == Scheme.RESIDENT;
    }
}
