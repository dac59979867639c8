package org.lingbao.rules.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lingbao.rules.contribution.Assessment.Reason;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.value.Money;

/**
 * The monthly base that a choice amounts to, or why it amounts to none.
 *
 * @param amount zero where there are reasons
 * @param used the values of the law that it rests on
 */
public record ChosenBase(Money amount, List<Reason> reasons, List<Version<?>> used) {

    static ChosenBase of(Question question) {
        var basis = question.inForce(question.law().basis());
        var found = switch (basis.value()) {
            case BASE -> free(question, new Reason.BaseRequired(basis.citation()));
            case TIER -> tier(question, new Reason.TierRequired(basis.citation()));
        };
        var used = new ArrayList<Version<?>>(List.of(basis));
        used.addAll(found.used);
        return new ChosenBase(found.amount, found.reasons, List.copyOf(used));
    }

    private static ChosenBase free(Question question, Reason required) {
        var limits = question.inForce(question.law().limits());
        var used = List.<Version<?>>of(limits);
        var base = question.choice().base();
        if (base == null) {
            return refused(required, used);
        }
        var lower = limits.value().lower();
        if (base.compareTo(lower) < 0) {
            return refused(new Reason.BaseBelowLowerLimit(base, lower, limits.citation()), used);
        }
        var upper = limits.value().upper();
        if (base.compareTo(upper) > 0) {
            return refused(new Reason.BaseAboveUpperLimit(base, upper, limits.citation()), used);
        }
        return new ChosenBase(base, List.of(), used);
    }

    private static ChosenBase tier(Question question, Reason required) {
        var tiers = question.inForce(Objects.requireNonNull(question.law().tiers(), "tiers"));
        var used = List.<Version<?>>of(tiers);
        var percent = question.choice().tierPercent();
        if (percent == null) {
            return refused(required, used);
        }
        var base = tiers.value().get(percent);
        return base == null
                ? refused(new Reason.TierNotOffered(tiers.citation()), used)
                : new ChosenBase(base, List.of(), used);
    }

    private static ChosenBase refused(Reason reason, List<Version<?>> used) {
        return new ChosenBase(Money.ZERO, List.of(reason), used);
    }
}
