package org.lingbao.rules.pension;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * A province's pension formula. Another province is another folder of files, not another class.
 *
 * @param transitional null where the formula for the time before individual accounts is not loaded
 * @param indexFloor null where every index counts as it is
 */
record PensionLaw(
        Place province,
        Parameter<Rate> basicFactor,
        Parameter<Counting> counting,
        Parameter<Rounding> rounding,
        @Nullable Parameter<Transitional> transitional,
        @Nullable Parameter<Rate> indexFloor) {
    private static final String TRANSITIONAL = "employee/transitional-pension";
    private static final String INDEX_FLOOR = "employee/index-floor";

    /** What the time before individual accounts is multiplied with. */
    enum Formula {
        /** The indexed wage. */
        INDEXED_WAGE,
        /** The average of the base wage and of the base wage times the index of that time. */
        AVERAGED,
        /** The base wage times an index that the law sets; a virtual account over its payout months is added. */
        BASE_WAGE_AND_VIRTUAL_ACCOUNT
    }

    /** @param virtual null where no account is made up for the time before there were any */
    record Transitional(
            Formula formula, Rate perYear, @Nullable Virtual virtual) {
        static Transitional read(RuleValue value) {
            var formula = Formula.valueOf(value.entry("formula"));
            if (formula != Formula.BASE_WAGE_AND_VIRTUAL_ACCOUNT) {
                return new Transitional(
                        formula, Rate.of(value.keys("formula", "factor").entry("factor")), null);
            }
            var table = value.keys("formula", "factor", "index", "virtualAccountMonths");
            return new Transitional(
                    formula,
                    Rate.of(table.entry("factor")),
                    new Virtual(Rate.of(table.entry("index")), Integer.parseInt(table.entry("virtualAccountMonths"))));
        }

        /** Where the virtual account stands for the months, the years are taken exactly as they are. */
        Counting counting(Counting own) {
            return virtual == null ? own : new Counting.Exact();
        }
    }

    /**
     * @param index of all years of that time
     * @param payoutMonths over which the virtual account is paid
     */
    record Virtual(Rate index, int payoutMonths) {}

    /**
     * @param decimals of yuan in each part of the pension
     * @param indexedWageRounded whether the indexed wage counts as rounded to the fen; else it is rounded to be shown only
     */
    record Rounding(int decimals, RoundingMode mode, boolean indexedWageRounded) {
        static Rounding read(RuleValue value) {
            var table = value.keys("decimals", "rounding", "indexedWage");
            return new Rounding(
                    Integer.parseInt(table.entry("decimals")),
                    RoundingMode.valueOf(table.entry("rounding")),
                    switch (table.entry("indexedWage")) {
                        case "ROUNDED" -> true;
                        case "EXACT" -> false;
                        default -> throw new IllegalArgumentException("neither ROUNDED nor EXACT");
                    });
        }
    }

    static PensionLaw of(RuleFiles files, Place province) {
        return new PensionLaw(
                province,
                files.provincialOrNational(province, "employee/basic-pension-factor", value -> Rate.of(value.text())),
                files.provincial(province, "employee/pension-years", Counting::read),
                files.provincial(province, "employee/pension-rounding", Rounding::read),
                files.provincial(province, TRANSITIONAL)
                        ? files.provincial(province, TRANSITIONAL, Transitional::read)
                        : null,
                files.provincial(province, INDEX_FLOOR)
                        ? files.provincial(province, INDEX_FLOOR, value -> Rate.of(value.text()))
                        : null);
    }

    /** @throws DataNotLoaded where the time before individual accounts is not covered */
    Version<Transitional> transitional(LocalDate day, LocalDate known) {
        if (transitional == null) {
            throw new DataNotLoaded(province.code(), TRANSITIONAL);
        }
        return transitional.at(day, known);
    }
}
