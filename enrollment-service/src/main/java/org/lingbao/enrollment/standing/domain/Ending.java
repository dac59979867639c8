package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.lingbao.enrollment.standing.domain.Stretch.End;

/** What ends relations, whoever paid in them: a fact, whenever it becomes known. */
public sealed interface Ending {

    /** The last month that is left. */
    YearMonth last();

    /** Why nothing is left after it. */
    End end();

    /** The person died (死亡): the month of the death is the last. */
    record Died(LocalDate on) implements Ending {
        @Override
        public YearMonth last() {
            return YearMonth.from(on);
        }

        @Override
        public End end() {
            return End.DECEASED;
        }
    }

    /**
     * The person draws the pension of the scheme (退休、领取待遇).
     *
     * @param from the first month of the pension
     */
    record Retired(YearMonth from) implements Ending {
        @Override
        public YearMonth last() {
            return from.minusMonths(1);
        }

        @Override
        public End end() {
            return End.RETIRED;
        }
    }

    /**
     * What was joined is given up (终止): the month of that day is its last. An employer's months are not, for they end with
     * the employment.
     *
     * @param joined the relation that the application opened
     */
    record Terminated(RelationId joined, LocalDate on) implements Ending {
        @Override
        public YearMonth last() {
            return YearMonth.from(on);
        }

        @Override
        public End end() {
            return End.TERMINATED;
        }
    }

    /**
     * A resident's relation is suspended while the person is in the employees' scheme (城乡居民养老保险中止), and kept for bridging. Nobody
     * records it: it follows from the employees' relations, see {@link Bridging}.
     *
     * @param joined the relation that the application opened
     * @param last the month before the employees' relation began
     */
    record Bridged(RelationId joined, YearMonth last) implements Ending {
        @Override
        public End end() {
            return End.BRIDGED;
        }
    }

    /** Whether it ends this stretch, if the stretch lasts so long. */
    private boolean concerns(Stretch stretch) {
        return switch (this) {
            case Died _, Retired _ -> true;
            case Terminated(var given, var _) -> isOf(stretch, given);
            case Bridged(var kept, var _) -> isOf(stretch, kept);
        };
    }

    private static boolean isOf(Stretch stretch, RelationId root) {
        return stretch.key() instanceof Stretch.Key.OfJoining(var joined, var _) && joined.equals(root);
    }

    /** What is left of a stretch after all of them: the earliest decides, and of two with one month the one that is final. */
    static Optional<Stretch> leave(Stretch stretch, Collection<Ending> endings) {
        return endings.stream()
                .filter(ending -> ending.concerns(stretch))
                .min(Comparator.comparing(Ending::last).thenComparing(Ending::end))
                .map(first -> first.cut(stretch))
                .orElse(Optional.of(stretch));
    }

    private Optional<Stretch> cut(Stretch stretch) {
        var to = stretch.months().to();
        return to != null && !to.isAfter(last())
                ? Optional.of(stretch)
                : Months.between(stretch.months().from(), last()).map(months -> stretch.until(months, end()));
    }
}
