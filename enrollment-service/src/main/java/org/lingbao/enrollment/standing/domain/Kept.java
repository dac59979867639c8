package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Stretch.Key;

/**
 * A relation as it stands written.
 *
 * @param key which stretch it is of
 * @param to the last month; null while it goes on; the one before {@code from} where no month is left of it
 * @param paused the months of it that are paused, in their order
 */
public record Kept(
        RelationId id, Key key, YearMonth from, @Nullable YearMonth to, List<Months> paused) {
    public Kept {
        paused = List.copyOf(paused);
    }

    /** Whether no month is left of it. */
    public boolean isWithoutMonths() {
        return to != null && to.isBefore(from);
    }

    /** Whether these are its months. */
    boolean isOver(Months months) {
        return from.equals(months.from()) && Objects.equals(to, months.to());
    }
}
