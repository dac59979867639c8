package org.lingbao.enrollment.standing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Kept;
import org.lingbao.enrollment.standing.domain.Months;
import org.lingbao.enrollment.standing.domain.RelationId;
import org.lingbao.enrollment.standing.domain.Standing;
import org.lingbao.enrollment.standing.domain.Stretch.Key;
import org.lingbao.rules.value.Place;

/**
 * A relation as the table has it.
 *
 * @param relation id and months
 */
record Line(
        Kept relation,
        Place place,
        RelationRow.Payer payer,
        @Nullable YearMonth lastPayable,
        LocalDate openedOn,
        @Nullable LocalDate movedOn) {

    Optional<Joined> joined() {
        return relation.key() instanceof Key.OfJoining(var id, var after) && after == null
                ? Optional.of(new Joined(id, place, relation.from(), lastPayable, openedOn, movedOn))
                : Optional.empty();
    }

    /** The relation that was joined; none of an employer's. */
    Optional<RelationId> root() {
        return relation.key() instanceof Key.OfJoining(var joined, var _) ? Optional.of(joined) : Optional.empty();
    }

    Standing standing() {
        var months = new Months(relation.from(), relation.to());
        return switch (payer) {
            case FLEXIBLE -> new Standing.Flexible(months, lastPayable, relation.paused());
            case EMPLOYED -> new Standing.Employed(months);
        };
    }
}
