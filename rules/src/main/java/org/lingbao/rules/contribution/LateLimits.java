package org.lingbao.rules.contribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lingbao.rules.contribution.TopUp.Paid;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;

/**
 * A month paid before its own limits were published, held against them.
 *
 * @param then as it was paid
 * @param now the same choice as known on the day of asking
 */
record LateLimits(Question then, Question now) {
    private static final String RULE = "contribution.top-up";

    static Explained<TopUp> of(Paid paid, LocalDate on, ContributionLaw law) {
        return new LateLimits(new Question(paid.choice(), paid.on(), law), new Question(paid.choice(), on, law))
                .answer();
    }

    private Explained<TopUp> answer() {
        var paid = paidBase();
        var required = now.inForce(now.law().topUp());
        var due = due(paid);
        var missing = difference(due, paid);
        var answer = answer(required.value(), paid, due);
        return new Explained<>(
                answer,
                () -> Trace.of(
                        RULE,
                        required.citation().text(),
                        now.inputs()
                                .and("paidOn", then.on())
                                .and("paidBase", paid)
                                .and("dueBase", due)
                                .and("missing", missing.total()),
                        outcome(answer),
                        used(required).stream().map(Version::trace).toList()));
    }

    private TopUp answer(TopUp.Required required, Money paid, Money due) {
        if (difference(due, paid).total().equals(Money.ZERO)) {
            return new TopUp.Nothing();
        }
        return due.compareTo(paid) > 0
                ? required.of(due, difference(due, paid), paid, now.on())
                : new TopUp.Excess(due, difference(paid, due));
    }

    /** What a month on the one base has more than a month on the other, each rounded by itself. */
    private Monthly difference(Money more, Money less) {
        return MonthlySplit.of(more, now)
                .value()
                .minus(MonthlySplit.of(less, now).value());
    }

    /** @throws IllegalArgumentException if the choice was none on the day on which it was paid */
    private Money paidBase() {
        var chosen = ChosenBase.of(then);
        if (!chosen.reasons().isEmpty()) {
            throw new IllegalArgumentException(
                    "was never a base: " + chosen.reasons().getFirst().code());
        }
        return chosen.amount();
    }

    /** The base of the tier by the month's own notice; of a free base what lies within its limits. */
    private Money due(Money paid) {
        if (now.choice().tierPercent() != null) {
            return ChosenBase.of(now).amount();
        }
        var limits = now.inForce(now.law().limits()).value();
        return paid.within(limits.lower(), limits.upper());
    }

    private List<Version<?>> used(Version<?> required) {
        var used = new ArrayList<Version<?>>();
        used.add(required);
        if (now.choice().tierPercent() == null) {
            used.add(now.inForce(now.law().limits()));
        } else {
            used.add(now.inForce(Objects.requireNonNull(now.law().tiers(), "tiers")));
        }
        used.add(now.inForce(now.law().pensionRate()));
        return used;
    }

    private static String outcome(TopUp answer) {
        return switch (answer) {
            case TopUp.Nothing _ -> "NOTHING_MISSING";
            case TopUp.Final _ -> "FINAL";
            case TopUp.Owed _ -> "OWED";
            case TopUp.ToBeConfirmed _ -> "UNCONFIRMED_TOP_UP";
            case TopUp.Excess _ -> "UNCONFIRMED_EXCESS";
        };
    }
}
