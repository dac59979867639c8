package org.lingbao.rules.subsidy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * What is added to a resident's contribution in a province.
 *
 * @param floor what every province adds at least, from which tier on
 * @param own the province's own table; null where it is not known
 * @param sponsored what is paid for a hardship group, by place; null where it is not known
 * @param groups for whom; null where it is not known
 */
record ResidentLaw(
        Parameter<Tiers> floor,
        @Nullable Parameter<Tiers> own,
        @Nullable Parameter<ByPlace> sponsored,
        @Nullable Parameter<Set<HardshipGroup>> groups) {

    static final String OWN = "resident/subsidy";

    static ResidentLaw of(RuleFiles files, Place place) {
        return new ResidentLaw(
                files.national("resident/subsidy-floor", Tiers::read),
                files.provincial(place, OWN) ? files.provincial(place, OWN, Tiers::read) : null,
                files.provincial(place, "resident/sponsored")
                        ? files.provincial(place, "resident/sponsored", ByPlace::read)
                        : null,
                files.provincial(place, "resident/sponsored-groups")
                        ? files.provincial(place, "resident/sponsored-groups", ResidentLaw::groups)
                        : null);
    }

    /** Subsidies by yearly tier, the highest tier first. */
    record Tiers(List<Tier> tiers) {
        record Tier(Money yearly, Money subsidy) {}

        static Tiers read(RuleValue value) {
            return new Tiers(value.table().entrySet().stream()
                    .map(entry -> new Tier(Money.yuan(entry.getKey()), Money.yuan(entry.getValue())))
                    .sorted(Comparator.comparing(Tier::yearly).reversed())
                    .toList());
        }

        Optional<Money> exactly(Money yearly) {
            return tiers.stream()
                    .filter(tier -> tier.yearly().equals(yearly))
                    .map(Tier::subsidy)
                    .findFirst();
        }

        Optional<Money> from(Money yearly) {
            return tiers.stream()
                    .filter(tier -> tier.yearly().compareTo(yearly) <= 0)
                    .map(Tier::subsidy)
                    .findFirst();
        }
    }

    /** Amounts by the place that covers a person's own. */
    record ByPlace(List<Amount> amounts) {
        record Amount(Place place, Money amount) {}

        static ByPlace read(RuleValue value) {
            return new ByPlace(value.table().entrySet().stream()
                    .map(entry -> new Amount(new Place(entry.getKey()), Money.yuan(entry.getValue())))
                    .toList());
        }

        Optional<Money> in(Place place) {
            return amounts.stream()
                    .filter(amount -> amount.place().covers(place))
                    .map(Amount::amount)
                    .findFirst();
        }
    }

    private static Set<HardshipGroup> groups(RuleValue value) {
        return value.words().stream().map(HardshipGroup::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
