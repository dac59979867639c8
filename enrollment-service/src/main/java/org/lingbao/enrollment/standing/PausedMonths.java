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
public record PausedMonths(YearMonth from, @Nullable YearMonth to) {

    public static List<PausedMonths> of(Collection<Months> all) {
        return all.stream()
                .map(months -> new PausedMonths(months.from(), months.to()))
                .toList();
    }

    /**
     * From the first and the last month with a slash between: {@code 2026-10/2026-12}, or {@code 2026-10/} without an end.
     *
     * @throws java.time.format.DateTimeParseException for anything else
     */
    public static Months parse(String text) {
        var slash = text.indexOf('/');
        var to = text.substring(slash + 1);
        return new Months(YearMonth.parse(text.substring(0, slash)), to.isEmpty() ? null : YearMonth.parse(to));
    }

    /** As {@link #parse} has it. */
    public static String text(Months months) {
        var to = months.to();
        return months.from() + "/" + (to == null ? "" : to);
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
