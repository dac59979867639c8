package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person pays no more for a while (中断缴费): a fact about what was joined, whatever relations come of it.
 *
 * @param joined the relation that the application opened
 * @param from the first month that is not paid
 * @param to the last one; null until the person pays again (恢复缴费); the one before {@code from}: it was taken back
 */
public record Pause(
        PauseId id,
        RelationId joined,
        YearMonth from,
        @Nullable YearMonth to) {

    /** Whether the person has not said yet when it ends. */
    public boolean isOpen() {
        return to == null;
    }

    /** Which of a relation's months are paused. One that is paid is not, whenever the payment became known. */
    static List<Months> among(Months relation, Collection<Pause> pauses, Set<YearMonth> paid) {
        var paused = pauses.stream()
                .flatMap(pause -> Months.between(pause.from, pause.to).stream())
                .flatMap(months -> months.within(relation).stream())
                .toList();
        var left = Months.union(paused);
        for (var month : paid) {
            left = left.stream()
                    .flatMap(months -> months.without(month).stream())
                    .toList();
        }
        return left;
    }
}
