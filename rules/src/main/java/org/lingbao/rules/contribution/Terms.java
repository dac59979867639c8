package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Provision;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Rate;

/**
 * On what terms a scheme is paid in a place for a month (缴费政策), as known on a day.
 *
 * @param limits before this year's are published, last year's hold provisionally
 * @param tiers the monthly base of each tier by its percent; empty where bases are chosen freely
 * @param medicalRate null where the medical contribution is not collected together
 * @param limitYearBegins the month of the year (1–12) from which new limits hold; no period reaches over it
 * @param payableUntil the last day on which the month may be paid
 * @param provisional whether limits or tiers are last year's, because this year's are not published yet (暂按上年标准): whether a difference
 *     will be asked for is the place's to say
 * @param provisions where each of these stands written
 */
public record Terms(
        Basis basis,
        Limits limits,
        SortedMap<Integer, Money> tiers,
        Set<Period> periods,
        Rate pensionRate,
        Rate accountRate,
        @Nullable Rate medicalRate,
        int limitYearBegins,
        LocalDate payableUntil,
        boolean provisional,
        List<Provision> provisions) {

    /** What the person chooses. */
    public enum Basis {
        /** Any base within the limits. */
        BASE,
        /** One of the tiers. */
        TIER
    }

    public Terms {
        tiers = new TreeMap<>(tiers);
        periods = Set.copyOf(periods);
        provisions = List.copyOf(provisions);
    }
}
