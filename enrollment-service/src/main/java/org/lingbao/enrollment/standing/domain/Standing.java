package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a relation (参保关系) is over its months: above all, who pays. */
public sealed interface Standing {

    /** The months over which it is so. */
    Months months();

    /** The last month that may be paid, where the law sets one; null where it sets none. */
    @Nullable
    YearMonth lastPayable();

    /** The months of it that nobody pays (中断缴费), in their order; none where an employer does. */
    List<Months> paused();

    /** The same over fewer months. */
    Standing within(Months fewer);

    /** Whether it still goes on. */
    default boolean isLive() {
        return months().isOpen();
    }

    /**
     * The person pays (灵活就业).
     *
     * @param lastPayable the month of the statutory retirement age, the last that may be paid; null where the scheme
     *     sets none
     * @param paused the months that are not paid; they stay the relation's
     */
    record Flexible(Months months, @Nullable YearMonth lastPayable, List<Months> paused) implements Standing {
        public Flexible {
            paused = List.copyOf(paused);
        }

        /** Without a pause. */
        public Flexible(Months months, @Nullable YearMonth lastPayable) {
            this(months, lastPayable, List.of());
        }

        @Override
        public Flexible within(Months fewer) {
            var left = paused.stream()
                    .flatMap(pause -> pause.within(fewer).stream())
                    .toList();
            return new Flexible(fewer, lastPayable, left);
        }

        /** Whether the person may pay this month. */
        public boolean mayPay(YearMonth month) {
            return months.contains(month)
                    && (lastPayable == null || !month.isAfter(lastPayable))
                    && paused.stream().noneMatch(pause -> pause.contains(month));
        }
    }

    /** An employer pays (单位参保). */
    record Employed(Months months) implements Standing {
        /** None: the employer's duty ends with the employment. */
        @Override
        public @Nullable YearMonth lastPayable() {
            return null;
        }

        @Override
        public List<Months> paused() {
            return List.of();
        }

        @Override
        public Employed within(Months fewer) {
            return new Employed(fewer);
        }
    }
}
