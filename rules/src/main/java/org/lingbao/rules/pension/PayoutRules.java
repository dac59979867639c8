package org.lingbao.rules.pension;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.retirement.Age;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/**
 * The payout months (计发月数) of an age. The table has whole ages; between two of them lies a straight line since the retirement age
 * moves by months, before that the completed year counted.
 */
public final class PayoutRules {
    private static final int MONTHS_A_YEAR = 12;

    private final Parameter<Map<Integer, Integer>> table;
    private final Parameter<BetweenAges> between;
    private final Parameter<Set<Integer>> unconfirmed;

    private enum Line {
        COMPLETED_YEAR,
        INTERPOLATED
    }

    private record BetweenAges(Line line, int decimals, RoundingMode rounding) {
        static BetweenAges read(RuleValue value) {
            var table = value.keys("between", "decimals", "rounding");
            return new BetweenAges(
                    Line.valueOf(table.entry("between")),
                    Integer.parseInt(table.entry("decimals")),
                    RoundingMode.valueOf(table.entry("rounding")));
        }
    }

    public PayoutRules(RuleFiles files) {
        table = files.national("employee/payout-months", PayoutRules::byAge);
        between = files.national("employee/payout-months-between-ages", BetweenAges::read);
        unconfirmed = files.national(
                "employee/payout-months-unconfirmed-ages",
                value -> value.words().stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    /** As known today, with all that is loaded. */
    public Explained<PayoutMonths> of(Age age) {
        return of(age, LocalDate.MAX, LocalDate.MAX);
    }

    /**
     * @param age at which the pension begins
     * @param day on which it begins
     * @param known only what was published by that day counts
     * @throws DataNotLoaded for an age outside the table
     */
    public Explained<PayoutMonths> of(Age age, LocalDate day, LocalDate known) {
        var months = table.at(day, known);
        var way = between.at(day, known);
        var onTheLine = age.months() > 0 && way.value().line() == Line.INTERPOLATED;
        var count = new PayoutMonths(
                onTheLine ? onTheLine(months.value(), age, way.value()) : whole(months.value(), age, way.value()));
        return new Explained<>(
                count,
                () -> Trace.of(
                        "pension.payout-months",
                        (onTheLine ? way : months).citation().text(),
                        Inputs.of("years", age.years()).and("months", age.months()),
                        count,
                        onTheLine ? used(months, way, age) : List.of(months.trace())));
    }

    private BigDecimal whole(Map<Integer, Integer> months, Age age, BetweenAges way) {
        return BigDecimal.valueOf(of(months, age.years())).setScale(way.decimals());
    }

    private BigDecimal onTheLine(Map<Integer, Integer> months, Age age, BetweenAges way) {
        var younger = of(months, age.years());
        var older = of(months, age.years() + 1);
        return BigDecimal.valueOf((long) younger * MONTHS_A_YEAR - (long) (younger - older) * age.months())
                .divide(BigDecimal.valueOf(MONTHS_A_YEAR), way.decimals(), way.rounding());
    }

    private int of(Map<Integer, Integer> months, int years) {
        var count = months.get(years);
        if (count == null) {
            throw new DataNotLoaded(table.place(), table.name() + " for the age of " + years);
        }
        return count;
    }

    private List<Trace> used(Version<?> months, Version<?> way, Age age) {
        var doubt = unconfirmed.latest();
        return doubt.value().contains(age.years())
                ? List.of(months.trace(), way.trace(), doubt.trace())
                : List.of(months.trace(), way.trace());
    }

    private static Map<Integer, Integer> byAge(RuleValue value) {
        return value.table().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> Integer.valueOf(entry.getKey()), entry -> Integer.valueOf(entry.getValue())));
    }
}
