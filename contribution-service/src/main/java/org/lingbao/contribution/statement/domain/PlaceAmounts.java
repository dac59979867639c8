package org.lingbao.contribution.statement.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * What was paid at one place, for months which came or left together.
 *
 * @param months how many
 * @param paid null where it was paid in another province, which states no amounts of months
 */
public record PlaceAmounts(
        Place place, Journey journey, int months, @Nullable Paid paid) {

    /**
     * Amounts.
     *
     * @param account to the individual account, without what government added
     * @param subsidy what government added to it
     */
    public record Paid(Money account, Money pooled, Money subsidy) {
        Paid plus(Paid other) {
            return new Paid(account.plus(other.account), pooled.plus(other.pooled), subsidy.plus(other.subsidy));
        }
    }

    /** What was paid beside months at a place, and is still there. */
    public record More(Place place, Paid paid) {}

    private record At(Place place, Journey journey) {}

    /** By place; what left comes before what is here. */
    public static List<PlaceAmounts> of(List<PaidMonth> months, List<More> more) {
        var all = Stream.concat(
                months.stream().map(PlaceAmounts::of), more.stream().map(PlaceAmounts::of));
        return all
                .collect(Collectors.groupingBy(
                        one -> new At(one.place, one.journey), Collectors.reducing(PlaceAmounts::plus)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<PlaceAmounts> ORDER = Comparator.comparing((PlaceAmounts one) -> one.place.code())
            .thenComparing(one -> one.journey.to() == null)
            .thenComparing(one -> Objects.toString(one.journey.from()))
            .thenComparing(one -> Objects.toString(one.journey.to()));

    private static PlaceAmounts of(PaidMonth month) {
        var payment = month.payment();
        return new PlaceAmounts(
                month.place(),
                month.journey(),
                1,
                payment == null ? null : new Paid(payment.account(), payment.pooled(), Money.ZERO));
    }

    private static PlaceAmounts of(More more) {
        return new PlaceAmounts(more.place, Journey.NONE, 0, more.paid);
    }

    private PlaceAmounts plus(PlaceAmounts other) {
        var both = paid == null || other.paid == null ? null : paid.plus(other.paid);
        return new PlaceAmounts(place, journey, months + other.months, both);
    }
}
