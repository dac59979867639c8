package org.lingbao.enrollment.certification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.certification.CertificateRow.Payer;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.enrollment.standing.domain.Standing;

/**
 * What can change of a relation, and is certified.
 *
 * @param from the first day of the first month
 * @param to the first day of the last month; null while it lives
 * @param paused which of its months nobody pays (中断缴费), in their order
 */
record Certified(Payer payer, LocalDate from, @Nullable LocalDate to, List<Months> paused) {

    static Certified of(Relation relation) {
        var standing = relation.standing();
        var last = standing.months().to();
        return new Certified(
                switch (standing) {
                    case Standing.Flexible _ -> Payer.FLEXIBLE;
                    case Standing.Employed _ -> Payer.EMPLOYED;
                },
                standing.months().from().atDay(1),
                last == null ? null : last.atDay(1),
                standing.paused());
    }

    static Certified of(CertificateRow row) {
        return new Certified(row.payer, row.fromMonth, row.toMonth, row.pausedMonths());
    }
}
