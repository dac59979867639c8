package org.lingbao.enrollment.exits.domain;

import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/**
 * Somebody who joins the employees' scheme.
 *
 * @param place of enrollment (参保地)
 * @param hukou household register (户籍地), where the resident scheme would be; null where it is not known
 * @param from the first month of the relation
 * @param reachesAgeIn the month of the statutory retirement age, the last that may be paid
 * @param known months of the scheme that this service knows of, paid by whomever
 */
public record Joiner(Place place, @Nullable Place hukou, YearMonth from, YearMonth reachesAgeIn, Set<YearMonth> known) {
    public Joiner {
        known = Set.copyOf(known);
    }

    /** The months known that lie before what is still to be paid: no month counts twice. */
    int monthsBefore() {
        return (int) known.stream().filter(month -> month.isBefore(from)).count();
    }

    YearMonth firstInsured() {
        return known.stream()
                .min(YearMonth::compareTo)
                .filter(month -> month.isBefore(from))
                .orElse(from);
    }
}
