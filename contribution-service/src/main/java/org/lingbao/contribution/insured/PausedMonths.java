package org.lingbao.contribution.insured;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Months that a person has paused.
 *
 * @param to the last one; null while there is no end
 */
record PausedMonths(YearMonth from, @Nullable YearMonth to) {

    /** As the column has them: ranges of days. */
    static String written(List<PausedMonths> all) {
        return all.stream()
                .map(months -> "[" + months.from.atDay(1) + ","
                        + (months.to == null ? "" : months.to.plusMonths(1).atDay(1)) + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
