package org.lingbao.rules.shadow;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.forecast.Past;
import org.lingbao.rules.forecast.Plan.Base;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * One person of a population, as one line of a file: no name and no number, only what the rules ask for.
 *
 * @param past what was paid until now
 * @param base what is meant to be paid from now on: an amount, or a percent of the reference wage
 */
public record Person(Place place, Category category, LocalDate birthDate, Past past, Base base) {
    /** The first line of a file of people. */
    public static final String HEADER =
            "place,category,birthDate,months,averageIndex,balance,preAccountMonths,preAccountIndex,base";

    private static final int COLUMNS = HEADER.split(",", -1).length;
    private static final String PERCENT = "%";

    /** @throws IllegalArgumentException or {@link java.time.DateTimeException} if the line is no person */
    public static Person parse(String line) {
        var cells = List.of(line.split(",", -1));
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException(COLUMNS + " columns expected, not " + cells.size());
        }
        var cell = cells.iterator();
        var place = new Place(cell.next());
        var category = Category.valueOf(cell.next());
        var birthDate = LocalDate.parse(cell.next());
        var months = Integer.parseInt(cell.next());
        var index = Rate.of(cell.next());
        var balance = Money.yuan(cell.next());
        var preAccountMonths = Integer.parseInt(cell.next());
        var preAccountIndex = cell.next();
        var past =
                new Past(months, index, balance, Money.ZERO, Money.ZERO, preAccountMonths, rateIfAny(preAccountIndex));
        return new Person(place, category, birthDate, past, base(cell.next()));
    }

    /** The line that {@link #parse} reads. */
    public String line() {
        var index = past.preAccountIndex();
        return String.join(
                ",",
                place.code(),
                category.name(),
                birthDate.toString(),
                String.valueOf(past.months()),
                past.averageIndex().toString(),
                past.balance().toYuan(),
                String.valueOf(past.preAccountMonths()),
                index == null ? "" : index.toString(),
                switch (base) {
                    case Base.Amount(var monthly) -> monthly.toYuan();
                    case Base.Percent(var percent) -> percent + PERCENT;
                });
    }

    private static Base base(String written) {
        return written.endsWith(PERCENT)
                ? new Base.Percent(Integer.parseInt(written.substring(0, written.length() - 1)))
                : new Base.Amount(Money.yuan(written));
    }

    private static @Nullable Rate rateIfAny(String written) {
        return written.isEmpty() ? null : Rate.of(written);
    }
}
