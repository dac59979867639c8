package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a relation (参保关系) is over its months: above all, who pays. */
public sealed interface Standing {

    /** The months over which it is so. */
    Months months();

    /** The last month that may be paid, where the law sets one; null where it sets none. */
    @Nullable
    YearMonth lastPayable();

    /** Whether it still goes on. */
    default boolean isLive() {
        return months().isOpen();
    }

    /**
     * The person pays (灵活就业).
     *
     * @param lastPayable the month of the statutory retirement age, the last that may be paid; null where the scheme
     *     sets none
     */
    record Flexible(Months months, @Nullable YearMonth lastPayable) implements Standing {
        /** Whether the person may pay this month. */
        public boolean mayPay(YearMonth month) {
            return months.contains(month) && (lastPayable == null || !month.isAfter(lastPayable));
        }
    }

    /** An employer pays (单位参保). */
    record Employed(Months months) implements Standing {
        /** None: the employer's duty ends with the employment. */
        @Override
        public @Nullable YearMonth lastPayable() {
            return null;
        }
    }
}
