package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.rules.contribution.ResidentYear.Asked;
import org.lingbao.rules.contribution.ResidentYear.Payable;
import org.lingbao.rules.contribution.ResidentYear.Reason;
import org.lingbao.rules.contribution.ResidentYear.Refused;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.subsidy.Grant;
import org.lingbao.rules.subsidy.SubsidyRules;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Scheme;

/**
 * What a year of the resident scheme costs by a tier (城乡居民年度缴费). What nobody has confirmed is neither charged nor added
 * before the place's agency has confirmed its table by hand.
 */
public final class ResidentYearRules {
    private static final String RULE = "contribution.resident-year";

    private final PerProvince<ResidentYearLaw> laws;
    private final SubsidyRules subsidies;

    public ResidentYearRules(RuleFiles files, SubsidyRules subsidies) {
        laws = new PerProvince<>((province, scheme) -> new ResidentYearLaw(
                ResidentTiers.of(files, province),
                files.provincialOrNational(province, "resident/payment-window", Months::read)));
        this.subsidies = subsidies;
    }

    private record ResidentYearLaw(Parameter<ResidentTiers> tiers, Parameter<Months> window) {}

    /** The months of a year (1–12) in which it may be paid. */
    private record Months(int first, int last) {
        static Months read(RuleValue value) {
            var table = value.keys("firstMonth", "lastMonth");
            return new Months(Integer.parseInt(table.entry("firstMonth")), Integer.parseInt(table.entry("lastMonth")));
        }
    }

    /**
     * @throws DataNotLoaded if the place's table of tiers or of subsidies is not loaded, or not for that year
     */
    public Explained<ResidentYear> of(Asked asked) {
        var law = laws.of(asked.place(), Scheme.RESIDENT);
        var tiers = law.tiers().at(asked.first(), asked.on());
        var window = law.window().at(asked.first(), asked.on());
        var until = asked.year().atMonth(window.value().last()).atEndOfMonth();
        var tier = tier(asked, tiers);
        var used = new ArrayList<Trace>(List.of(tiers.trace(), window.trace()));
        var reasons = new ArrayList<>(Stream.of(tier, timing(asked, window, until))
                .flatMap(Optional::stream)
                .toList());
        var subsidy = Money.ZERO;
        if (tier.filter(Reason.TierNotOffered.class::isInstance).isEmpty()) {
            var grant = subsidies.resident(asked.place(), asked.tier(), asked.first(), asked.on());
            used.add(grant.trace());
            subsidy = amount(asked, grant.value());
            unconfirmed(asked, grant, tiers).ifPresent(reasons::add);
        }
        var answer = reasons.isEmpty() ? new Payable(asked.tier(), subsidy, until) : new Refused(reasons);
        return new Explained<>(answer, () -> trace(asked, tiers, answer, used));
    }

    private static Optional<Reason> tier(Asked asked, Version<ResidentTiers> tiers) {
        if (tiers.value().offered().contains(asked.tier())) {
            return Optional.empty();
        }
        if (!tiers.value().toBeConfirmed().contains(asked.tier())) {
            return Optional.of(new Reason.TierNotOffered(tiers.citation()));
        }
        return asked.confirmed()
                ? Optional.empty()
                : Optional.of(new Reason.TierUnconfirmed(asked.tier(), tiers.citation()));
    }

    private static Optional<Reason> timing(Asked asked, Version<Months> window, LocalDate until) {
        var opens = asked.year().atMonth(window.value().first());
        if (YearMonth.from(asked.on()).isBefore(opens)) {
            return Optional.of(new Reason.YearNotOpen(asked.year(), window.citation()));
        }
        return asked.on().isAfter(until)
                ? Optional.of(new Reason.YearClosed(asked.year(), window.citation()))
                : Optional.empty();
    }

    /** What a floor adds is not what the place adds: without its table nothing is. */
    private static Money amount(Asked asked, Grant grant) {
        return switch (grant) {
            case Grant.Fixed(var amount) -> amount;
            case Grant.Unconfirmed(var amount) -> amount;
            case Grant.AtLeast(var amount, var notLoaded) ->
                throw new DataNotLoaded(asked.place().province().code(), notLoaded.toString());
            case Grant.AtMost _, Grant.Refused _ -> throw new IllegalStateException("no table grants that: " + grant);
        };
    }

    private static Optional<Reason> unconfirmed(Asked asked, Explained<Grant> grant, Version<ResidentTiers> tiers) {
        return grant.value() instanceof Grant.Unconfirmed(var amount) && !asked.confirmed()
                ? Optional.of(new Reason.SubsidyUnconfirmed(amount, tiers.citation()))
                : Optional.empty();
    }

    private static Trace trace(Asked asked, Version<ResidentTiers> tiers, ResidentYear answer, List<Trace> used) {
        return Trace.of(
                RULE,
                tiers.citation().text(),
                Inputs.of("place", asked.place())
                        .and("tier", asked.tier())
                        .and("year", asked.year())
                        .and("on", asked.on())
                        .and("confirmed", asked.confirmed()),
                switch (answer) {
                    case Payable payable -> payable.own() + " + " + payable.subsidy();
                    case Refused refused ->
                        refused.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
                },
                used);
    }
}
