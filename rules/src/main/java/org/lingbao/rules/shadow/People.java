package org.lingbao.rules.shadow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.forecast.Past;
import org.lingbao.rules.forecast.Plan.Base;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * A synthetic population of flexible workers: the same people for the same seed, one by one. The shape is plausible, not measured:
 * three provinces, ages of 20 to 58 on the day of asking, more months the older, most near the lowest tier.
 */
public final class People {
    private static final List<String> PLACES = List.of("370700", "370700", "370100", "210100", "210200", "310000");
    private static final List<Integer> TIERS = List.of(60, 60, 60, 70, 80, 90, 100, 100, 200, 300);
    private static final int YOUNGEST = 20;
    private static final int AGES = 38;
    private static final int FIRST_PAID_AT_LEAST = 18;
    private static final int LOWEST_INDEX = 6000;
    private static final int INDICES = 9000;
    private static final int LEAST_CREDIT = 250_00;
    private static final int CREDITS = 500_00;
    private static final int OF_WOMEN_FORMERLY_50 = 10;
    private static final int BORN_BEFORE = 1972;
    private static final int MOST_MONTHS_BEFORE_ACCOUNTS = 60;

    private People() {}

    /** @param on the day on which they are as old as that */
    public static Stream<Person> of(long seed, long count, LocalDate on) {
        return LongStream.range(0, count).mapToObj(index -> person(new SplittableRandom(seed * 31 + index), on));
    }

    private static Person person(SplittableRandom random, LocalDate on) {
        var birthDate = on.minusYears(YOUNGEST + random.nextInt(AGES)).minusDays(random.nextInt(365));
        var years = on.getYear() - birthDate.getYear() - FIRST_PAID_AT_LEAST;
        var months = random.nextInt(Math.max(1, years * 12));
        var place = new Place(PLACES.get(random.nextInt(PLACES.size())));
        var index = new Rate(BigDecimal.valueOf(LOWEST_INDEX + random.nextInt(INDICES), 4));
        var preAccountMonths =
                birthDate.getYear() < BORN_BEFORE ? Math.min(months, random.nextInt(MOST_MONTHS_BEFORE_ACCOUNTS)) : 0;
        var past = new Past(
                months,
                index,
                new Money((long) (months - preAccountMonths) * (LEAST_CREDIT + random.nextInt(CREDITS))),
                Money.ZERO,
                Money.ZERO,
                place.code().startsWith("31") ? 0 : preAccountMonths,
                preAccountIndex(place, index));
        return new Person(
                place, category(random), birthDate, past, new Base.Percent(TIERS.get(random.nextInt(TIERS.size()))));
    }

    private static @Nullable Rate preAccountIndex(Place place, Rate index) {
        return place.code().startsWith("21") ? index : null;
    }

    /** Women insured as flexible workers were to retire at 55; a few, once employed as workers, at 50. */
    private static Category category(SplittableRandom random) {
        if (random.nextBoolean()) {
            return Category.MALE_60;
        }
        return random.nextInt(OF_WOMEN_FORMERLY_50) == 0 ? Category.FEMALE_50 : Category.FEMALE_55;
    }
}
