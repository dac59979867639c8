package org.lingbao.rules.retirement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;

/** The national parameters of retirement. */
record RetirementLaw(
        PerCategory<Integer> originalAges,
        PerCategory<Delay> delays,
        Parameter<Flexible> flexible,
        Parameter<Integer> minimumMonths) {
    static RetirementLaw of(RuleFiles files) {
        return new RetirementLaw(
                PerCategory.read(files, "employee/original-retirement-age-", RuleValue::number),
                PerCategory.read(files, "employee/retirement-delay-", Delay::read),
                files.national("employee/flexible-retirement", Flexible::read),
                files.national("employee/minimum-months", RuleValue::number));
    }

    Parameter<Integer> originalAge(Category category) {
        return originalAges.of(category);
    }

    Parameter<Delay> delay(Category category) {
        return delays.of(category);
    }

    /**
     * The gradual delay (渐进式延迟).
     *
     * @param firstBirthMonth the first month of birth that is delayed at all
     * @param birthMonthsPerStep months of birth that share one more month of delay
     * @param mostMonths the delay never exceeds these
     */
    record Delay(YearMonth firstBirthMonth, int birthMonthsPerStep, int mostMonths) {
        static Delay read(RuleValue value) {
            var table = value.keys("firstBirthMonth", "birthMonthsPerStep", "mostMonths");
            return new Delay(
                    YearMonth.parse(table.entry("firstBirthMonth")),
                    Integer.parseInt(table.entry("birthMonthsPerStep")),
                    Integer.parseInt(table.entry("mostMonths")));
        }

        int monthsFor(LocalDate birthDate) {
            var since = ChronoUnit.MONTHS.between(firstBirthMonth, YearMonth.from(birthDate));
            return since < 0 ? 0 : (int) Math.min(since / birthMonthsPerStep + 1, mostMonths);
        }
    }

    /** By how many months one may retire before and after the statutory date (弹性退休). */
    record Flexible(int earlyMonths, int lateMonths) {
        static Flexible read(RuleValue value) {
            var table = value.keys("earlyMonths", "lateMonths");
            return new Flexible(
                    Integer.parseInt(table.entry("earlyMonths")), Integer.parseInt(table.entry("lateMonths")));
        }
    }

    /** One parameter for each category. */
    record PerCategory<T>(Parameter<T> male60, Parameter<T> female55, Parameter<T> female50) {
        static <T> PerCategory<T> read(RuleFiles files, String beginning, Function<RuleValue, T> reader) {
            Function<Category, Parameter<T>> file = category -> files.national(
                    beginning + category.name().toLowerCase(Locale.ROOT).replace('_', '-'), reader);
            return new PerCategory<>(
                    file.apply(Category.MALE_60), file.apply(Category.FEMALE_55), file.apply(Category.FEMALE_50));
        }

        Parameter<T> of(Category category) {
            return switch (category) {
                case MALE_60 -> male60;
                case FEMALE_55 -> female55;
                case FEMALE_50 -> female50;
            };
        }
    }
}
