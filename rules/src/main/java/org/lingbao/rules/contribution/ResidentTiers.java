package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * By which tiers a resident pays a year (城乡居民缴费档次).
 *
 * @param offered what the place is known to offer, in yuan a year
 * @param toBeConfirmed what it probably offers too: somebody asks the place before it is used
 */
public record ResidentTiers(List<Money> offered, List<Money> toBeConfirmed) {
    private static final String OFFERED = "offered";
    private static final String TO_BE_CONFIRMED = "toBeConfirmed";

    public ResidentTiers {
        offered = offered.stream().sorted().toList();
        toBeConfirmed = toBeConfirmed.stream().sorted().toList();
        if (toBeConfirmed.stream().anyMatch(offered::contains)) {
            throw new IllegalArgumentException("twice: " + offered + ", " + toBeConfirmed);
        }
    }

    static Parameter<ResidentTiers> of(RuleFiles files, Place province) {
        return files.provincial(province, "resident/tiers", ResidentTiers::read);
    }

    private static ResidentTiers read(RuleValue value) {
        if (!Set.of(OFFERED, TO_BE_CONFIRMED).containsAll(value.table().keySet())) {
            throw new IllegalArgumentException(
                    "no list of tiers: " + value.table().keySet());
        }
        return new ResidentTiers(list(value, OFFERED), list(value, TO_BE_CONFIRMED));
    }

    private static List<Money> list(RuleValue value, String key) {
        return value.table().containsKey(key)
                ? value.words(key).stream().map(Money::yuan).toList()
                : List.of();
    }

    static Explained<ResidentTiers> in(Place place, LocalDate day, LocalDate known, Parameter<ResidentTiers> tiers) {
        var version = tiers.at(day, known);
        var found = version.value();
        return new Explained<>(
                found,
                () -> Trace.of(
                        "contribution.resident-tiers",
                        version.citation().text(),
                        Inputs.of("place", place).and("day", day).and("toBeConfirmed", names(found.toBeConfirmed())),
                        names(found.offered()),
                        List.of(version.trace())));
    }

    private static String names(List<Money> tiers) {
        return tiers.isEmpty() ? "NONE" : tiers.stream().map(Money::toYuan).collect(Collectors.joining(" "));
    }
}
