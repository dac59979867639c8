package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingbao.enrollment.standing.domain.Stretch.End;

/** What becomes of one relation when all are reckoned anew. */
public sealed interface Change {

    /** The first month of the relation, as it is reckoned now. */
    YearMonth from();

    /**
     * One that is known ends, or ends otherwise.
     *
     * @param to the month before {@code from} where no month is left of it
     */
    record Ended(RelationId id, YearMonth from, YearMonth to, End why) implements Change {}

    /** One that is known goes on, from this month. */
    record GoesOn(RelationId id, YearMonth from) implements Change {}

    /** There is a new one; it may have ended already. */
    record Opened(Stretch stretch) implements Change {
        @Override
        public YearMonth from() {
            return stretch.months().from();
        }
    }

    /**
     * Other months of one that is known are paused.
     *
     * @param paused all of them, as they are reckoned now
     * @param more whether any of them was not paused before
     */
    record Paused(RelationId id, YearMonth from, List<Months> paused, boolean more) implements Change {
        public Paused {
            paused = List.copyOf(paused);
        }

        private static Paused of(Kept known, Stretch stretch) {
            var paused = stretch.standing().paused();
            var all = new ArrayList<>(known.paused());
            all.addAll(paused);
            var more = !Months.union(all).equals(known.paused());
            return new Paused(known.id(), stretch.months().from(), paused, more);
        }
    }

    /**
     * From what stands written to what holds, in an order in which no two ever live at once: first what ends, then what begins by
     * its months, then what is paused.
     */
    static List<Change> between(Collection<Kept> kept, Collection<Stretch> stretches) {
        return between(kept, stretches, List.of());
    }

    /** @param endings what cut the stretches: of one of which no month is left they say whether it is kept for bridging */
    static List<Change> between(Collection<Kept> kept, Collection<Stretch> stretches, Collection<Ending> endings) {
        var left = kept.stream().collect(Collectors.toMap(Kept::key, Function.identity()));
        var changes = new ArrayList<Change>();
        for (var stretch : stretches) {
            var known = left.remove(stretch.key());
            if (known == null) {
                changes.add(new Opened(stretch));
                continue;
            }
            if (!known.isOver(stretch.months())) {
                changes.add(of(known, stretch));
            }
            if (!known.paused().equals(stretch.standing().paused())) {
                changes.add(Paused.of(known, stretch));
            }
        }
        left.values().stream()
                .filter(one -> !one.isWithoutMonths())
                .map(one -> withoutMonths(one, endings))
                .forEach(changes::add);
        return changes.stream()
                .sorted(Comparator.comparing(Change::turn).thenComparing(Change::from))
                .toList();
    }

    /** When it is its turn. */
    private static int turn(Change change) {
        return switch (change) {
            case Ended _ -> 0;
            case GoesOn _, Opened _ -> 1;
            case Paused _ -> 2;
        };
    }

    private static Change of(Kept known, Stretch stretch) {
        var months = stretch.months();
        var to = months.to();
        var end = stretch.end();
        return to == null || end == null
                ? new GoesOn(known.id(), months.from())
                : new Ended(known.id(), months.from(), to, end);
    }

    private static Change withoutMonths(Kept known, Collection<Ending> endings) {
        var bridged = endings.stream()
                .anyMatch(ending -> ending instanceof Ending.Bridged(var joined, var last)
                        && known.key() instanceof Stretch.Key.OfJoining(var own, var _)
                        && joined.equals(own)
                        && last.isBefore(known.from()));
        return new Ended(known.id(), known.from(), known.from().minusMonths(1), bridged ? End.BRIDGED : End.OVERTAKEN);
    }
}
