package org.lingbao.contribution.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.lingbao.contribution.rules.TermsQuery.Subject;
import org.lingbao.rules.contribution.Period;
import org.lingbao.rules.contribution.Terms;
import org.lingbao.rules.data.Provision;
import org.lingbao.rules.value.Scheme;

/**
 * What one may choose in a place: tiers or bases (缴费档次), and how many months at a time (缴费周期).
 *
 * @param chosenBy TIER where only these tiers are taken; BASE where any base within the limits is
 * @param tiers empty where bases are chosen
 * @param limitYearBegins the month (1–12) from which new limits hold; no period reaches over it
 * @param provisions where these stand written
 */
record TiersView(
        String place,
        Scheme scheme,
        YearMonth month,
        LocalDate on,
        Terms.Basis chosenBy,
        List<Tier> tiers,
        Set<Period> periods,
        int limitYearBegins,
        List<Provision> provisions) {

    /**
     * @param percent of the reference wage
     * @param base in yuan a month
     */
    record Tier(int percent, String base) {}

    static TiersView of(Subject subject, Terms terms) {
        return new TiersView(
                subject.place().code(),
                subject.scheme(),
                subject.month(),
                subject.on(),
                terms.basis(),
                terms.tiers().entrySet().stream()
                        .map(tier -> new Tier(tier.getKey(), tier.getValue().toYuan()))
                        .toList(),
                terms.periods(),
                terms.limitYearBegins(),
                Written.of(terms, "chosen-by", "tiers", "periods", "limit-year"));
    }
}
