package org.lingbao.rules.pension;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Rate;

/** How a province turns contribution time into its share of a wage: some part a year, and then for how many years. */
sealed interface Counting {
    int MONTHS_A_YEAR = 12;
    BigDecimal TWELVE = new BigDecimal(MONTHS_A_YEAR);

    /** Twelve times the part of a wage that the time amounts to; twelve, so that months need no fractions. */
    record Share(BigDecimal twelvefold) {}

    Share share(Contributed time, Rate perYear);

    static Counting read(RuleValue value) {
        return switch (value.entry("counting")) {
            case "EXACT" -> new Exact();
            case "ROUNDED" -> {
                var table = value.keys("counting", "decimals", "rounding");
                yield new Rounded(
                        Integer.parseInt(table.entry("decimals")), RoundingMode.valueOf(table.entry("rounding")));
            }
            case "WHOLE_AND_MONTHS" -> {
                var table = value.keys("counting", "monthFactor", "rounding");
                yield new WholeAndMonths(
                        Rate.of(table.entry("monthFactor")), RoundingMode.valueOf(table.entry("rounding")));
            }
            default -> throw new IllegalArgumentException("no way of counting: " + value.entry("counting"));
        };
    }

    /** The time as it is, months as twelfths. */
    record Exact() implements Counting {
        @Override
        public Share share(Contributed time, Rate perYear) {
            return new Share(inMonths(time).multiply(perYear.value()));
        }
    }

    /** Years with so many decimals. */
    record Rounded(int decimals, RoundingMode rounding) implements Counting {
        @Override
        public Share share(Contributed time, Rate perYear) {
            var years = switch (time) {
                case Contributed.Months(var count) -> BigDecimal.valueOf(count).divide(TWELVE, decimals, rounding);
                case Contributed.Years(var count) -> count.setScale(decimals, rounding);
            };
            return new Share(years.multiply(TWELVE).multiply(perYear.value()));
        }
    }

    /** Whole years, and each further month with a factor of its own. Years with decimals are taken to the nearest whole month. */
    record WholeAndMonths(Rate perMonth, RoundingMode rounding) implements Counting {
        private static final int MONTHS_A_YEAR = 12;

        @Override
        public Share share(Contributed time, Rate perYear) {
            var months = inMonths(time).setScale(0, rounding).intValueExact();
            var whole = BigDecimal.valueOf(months / MONTHS_A_YEAR).multiply(perYear.value());
            var further = BigDecimal.valueOf(months % MONTHS_A_YEAR).multiply(perMonth.value());
            return new Share(whole.add(further).multiply(TWELVE));
        }
    }

    private static BigDecimal inMonths(Contributed time) {
        return switch (time) {
            case Contributed.Months(var count) -> BigDecimal.valueOf(count);
            case Contributed.Years(var count) -> count.multiply(TWELVE);
        };
    }
}
