package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Months;

/**
 * Months that are not paid, as they are told.
 *
 * @param from the first month
 * @param to the last month; absent while there is no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PausedMonths(YearMonth from, @Nullable YearMonth to) {

    static List<PausedMonths> of(Collection<Months> all) {
        return all.stream()
                .map(months -> new PausedMonths(months.from(), months.to()))
                .toList();
    }

    /** From the first and the last months, side by side. */
    static List<Months> read(LocalDate[] firsts, @Nullable LocalDate[] lasts) {
        return IntStream.range(0, firsts.length)
                .mapToObj(at -> {
                    var last = lasts[at];
                    return new Months(YearMonth.from(firsts[at]), last == null ? null : YearMonth.from(last));
                })
                .toList();
    }

    /** As the column has them: ranges of days. */
    static String written(Collection<Months> all) {
        return all.stream()
                .map(months -> {
                    var to = months.to();
                    return "[" + months.from().atDay(1) + ","
                            + (to == null ? "" : to.plusMonths(1).atDay(1)) + ")";
                })
                .collect(Collectors.joining(",", "{", "}"));
    }
}
