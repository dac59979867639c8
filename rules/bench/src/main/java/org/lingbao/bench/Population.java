package org.lingbao.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lingbao.rules.forecast.Assumptions;
import org.lingbao.rules.forecast.Past;
import org.lingbao.rules.forecast.Plan;
import org.lingbao.rules.forecast.Question;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/** Flexible workers of three provinces from 17 to 47, the same in every run. */
final class Population {
    /** A power of two, so that the next person costs one addition and one mask. */
    static final int SIZE = 4096;

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<Place> PLACES =
            Stream.of("370702", "210102", "310115").map(Place::new).toList();
    private static final int[] TIERS = {60, 80, 100, 200, 300};
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1979, 1, 1);
    private static final int BIRTH_DAYS = 30 * 365;

    private Population() {}

    static Question[] questions(Rate wageGrowth) {
        var random = new Random(1);
        return Stream.generate(() -> question(random, wageGrowth)).limit(SIZE).toArray(Question[]::new);
    }

    private static Question question(Random random, Rate wageGrowth) {
        var months = random.nextInt(200);
        var past = new Past(
                months,
                new Rate(BigDecimal.valueOf(6000 + random.nextInt(10_000), 4)),
                new Money(months * 36_500L),
                Money.ZERO,
                Money.ZERO,
                0,
                null);
        var plan = new Plan(
                new Plan.Base.Percent(TIERS[random.nextInt(TIERS.length)]),
                YearMonth.from(TODAY),
                12,
                new Plan.Retire.AtStatutoryAge());
        return new Question(
                PLACES.get(random.nextInt(PLACES.size())),
                Category.values()[random.nextInt(Category.values().length)],
                FIRST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS)),
                past,
                plan,
                new Assumptions(wageGrowth, null),
                TODAY);
    }
}
