package org.lingbao.matching.matching.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How well a gig and a worker fit. */
public record Match(List<Factor> factors) {
    public Match {
        factors = List.copyOf(factors);
    }

    /** The product: one factor of nothing, and they do not fit at all. */
    public Share score() {
        return new Share(
                factors.stream().map(factor -> factor.value().value()).reduce(BigDecimal.ONE, BigDecimal::multiply));
    }

    public static Match of(Facts facts, Parameters parameters) {
        return new Match(List.of(
                skill(facts.skill(), parameters),
                distance(facts, parameters),
                pay(facts.pay(), parameters),
                days(facts.free()),
                reliability(facts, parameters)));
    }

    private static Factor skill(Facts.Skill skill, Parameters parameters) {
        var same = skill.same();
        if (same != null) {
            return new Factor(Factor.Kind.SKILL, parameters.sameSkill(), new Finding.SameSkill(same));
        }
        if (skill.common() == 0 || skill.of() == 0) {
            return new Factor(Factor.Kind.SKILL, parameters.leastSkill(), new Finding.OtherSkill());
        }
        var common = Share.of(skill.common(), skill.of());
        var value = parameters.leastSkill().upBy(common).times(parameters.sameSkill());
        return new Factor(Factor.Kind.SKILL, value, new Finding.RelatedSkill(common));
    }

    private static Factor distance(Facts facts, Parameters parameters) {
        var distance = facts.distance();
        var radius = facts.radius();
        if (distance.value() > radius.value()) {
            return new Factor(Factor.Kind.DISTANCE, Share.NONE, new Finding.TooFar(distance, radius));
        }
        var left = Share.of(radius.value() - distance.value(), radius.value());
        return new Factor(Factor.Kind.DISTANCE, parameters.atEdge().upBy(left), new Finding.Within(distance, radius));
    }

    private static Factor pay(Facts.Pay pay, Parameters parameters) {
        var wanted = pay.wanted();
        if (wanted == null) {
            return new Factor(Factor.Kind.PAY, Share.ALL, new Finding.NoFloor());
        }
        if (!pay.sameUnit()) {
            return new Factor(Factor.Kind.PAY, parameters.otherUnit(), new Finding.PaysByOtherUnit());
        }
        if (pay.offered().compareTo(wanted) >= 0) {
            return new Factor(Factor.Kind.PAY, Share.ALL, new Finding.PaysEnough(pay.offered(), wanted));
        }
        var part = Share.of(pay.offered(), wanted).power(parameters.belowFloor());
        return new Factor(Factor.Kind.PAY, part, new Finding.PaysLess(pay.offered(), wanted));
    }

    private static Factor days(Facts.Free free) {
        var first = later(free.startsOn(), free.from());
        var until = free.until();
        var last = until == null || until.isAfter(free.endsOn()) ? free.endsOn() : until;
        var of = days(free.startsOn(), free.endsOn());
        var days = Math.max(0, days(first, last));
        return new Factor(Factor.Kind.DAYS, Share.of(days, of), new Finding.Free(days, of));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static int days(LocalDate first, LocalDate last) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    private static Factor reliability(Facts facts, Parameters parameters) {
        var value = Share.of(facts.kept() + parameters.kept(), facts.all() + parameters.all());
        return new Factor(Factor.Kind.RELIABILITY, value, new Finding.Kept(facts.kept(), facts.all()));
    }
}
