package org.lingbao.rules.subsidy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.subsidy.FlexibleLaw.Ceiling;
import org.lingbao.rules.subsidy.FlexibleLaw.Own;
import org.lingbao.rules.subsidy.Grant.AtMost;
import org.lingbao.rules.subsidy.Grant.Reason;
import org.lingbao.rules.subsidy.Grant.Refused;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;

/** The subsidy of one month for a flexible worker: the province's own share where it is known, never above the country's ceiling. */
final class FlexibleSubsidy {
    private FlexibleSubsidy() {}

    static Explained<Grant> of(FlexibleLaw law, Claim claim, LocalDate on) {
        var first = claim.month().atDay(1);
        var ceiling = law.ceiling(claim.claimants()).at(first, on);
        var rounding = law.ceilingRounding().at(first, on);
        var most = ceiling.value().of(claim.paid(), rounding.value());
        var used = new ArrayList<Version<?>>(List.of(ceiling, rounding));
        var reasons = reasons(claim, ceiling);
        var grant = reasons.isEmpty() ? granted(law, claim, on, most, used) : new Refused(reasons);
        return new Explained<>(grant, () -> trace(claim, most, grant, used));
    }

    private static List<Reason> reasons(Claim claim, Version<Ceiling> ceiling) {
        var reasons = new ArrayList<Reason>();
        if (ceiling.value().isUsedUpBy(claim)) {
            reasons.add(new Reason.SubsidyUsedUp(
                    claim.grantedMonths(), ceiling.value().mostMonths(), ceiling.citation()));
        }
        if (claim.month().atDay(1).isAfter(claim.retiresOn())) {
            reasons.add(new Reason.AfterRetirement(claim.retiresOn(), ceiling.citation()));
        }
        return reasons;
    }

    private static Grant granted(FlexibleLaw law, Claim claim, LocalDate on, Money most, List<Version<?>> used) {
        var own = law.own();
        if (own == null) {
            return new AtMost(most);
        }
        var first = claim.month().atDay(1);
        var share = own.share().at(first, on);
        if (first.isAfter(share.value().until())) {
            throw new DataNotLoaded(own.share().place(), own.share().name() + " for " + claim.month());
        }
        if (claim.claimants() != share.value().claimants()) {
            return new AtMost(most);
        }
        used.add(share);
        var amount = premium(own, first, on, used)
                .times(share.value().rate(), share.value().rounding());
        return Grant.of(amount.compareTo(most) < 0 ? amount : most, leastSure(used));
    }

    /** The contributions on the lower limit, each rounded by itself. */
    private static Money premium(Own own, LocalDate first, LocalDate on, List<Version<?>> used) {
        var lower = own.lowerLimit().at(first, on);
        var pension = own.pensionRate().at(first, on);
        var medical = own.medicalRate().at(first, on);
        var rounding = own.rounding().at(first, on);
        used.addAll(List.of(lower, pension, medical, rounding));
        return lower.value()
                .times(pension.value(), rounding.value())
                .plus(lower.value().times(medical.value(), rounding.value()));
    }

    private static Status leastSure(List<Version<?>> used) {
        var least = Status.OFFICIAL;
        for (var version : used) {
            if (version.status().compareTo(least) > 0) {
                least = version.status();
            }
        }
        return least;
    }

    private static Trace trace(Claim claim, Money most, Grant grant, List<Version<?>> used) {
        return Trace.of(
                "subsidy.flexible",
                used.getFirst().citation().text(),
                Inputs.of("claimants", claim.claimants())
                        .and("month", claim.month())
                        .and("paid", claim.paid())
                        .and("most", most),
                SubsidyRules.outcome(grant),
                used.stream().map(Version::trace).toList());
    }
}
