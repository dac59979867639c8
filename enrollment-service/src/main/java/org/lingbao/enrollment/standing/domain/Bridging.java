package org.lingbao.enrollment.standing.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lingbao.enrollment.standing.domain.Facts.Joined;

/**
 * What suspends a resident's relation (城乡居民养老保险中止): months in the employees' scheme, whoever pays them and whenever they become
 * known. No month is in both, and the employees' scheme goes first; what it suspends does not go on by itself, but is kept for
 * bridging (城乡养老保险制度衔接).
 */
public final class Bridging {
    private Bridging() {}

    /**
     * @param residents what was joined of the resident scheme
     * @param employees the months of the relations in the employees' scheme
     */
    public static Set<Ending> of(Collection<Joined> residents, Collection<Months> employees) {
        return residents.stream()
                .flatMap(joined ->
                        first(joined, employees)
                                .map(month -> new Ending.Bridged(joined.id(), month.minusMonths(1)))
                                .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first month of the first one that did not end before it was joined. */
    private static Optional<YearMonth> first(Joined joined, Collection<Months> employees) {
        return employees.stream()
                .filter(months -> months.to() == null || !months.to().isBefore(joined.from()))
                .map(Months::from)
                .min(Comparator.naturalOrder());
    }
}
