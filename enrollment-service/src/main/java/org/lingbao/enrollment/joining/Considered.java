package org.lingbao.enrollment.joining;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingbao.enrollment.channel.Via;
import org.lingbao.enrollment.joining.domain.Application;
import org.lingbao.enrollment.joining.domain.Decision;
import org.lingbao.enrollment.joining.domain.Decision.Accepted;
import org.lingbao.enrollment.joining.domain.Decision.Refused;
import org.lingbao.enrollment.person.Person;
import org.lingbao.enrollment.standing.domain.Relation;
import org.lingbao.platform.problem.Violation;

/**
 * An application that is decided and not carried out yet. Whoever has it holds the person's lock.
 *
 * @param relations of the person, before it is carried out
 * @param others reasons why not that are none of the law of joining: what has ended, and what is missing of the confirmation
 * @param on the business day
 */
public record Considered(
        Person person,
        List<Relation> relations,
        Application application,
        Via via,
        Decision decision,
        List<Violation> others,
        LocalDate on) {
    public Considered {
        relations = List.copyOf(relations);
        others = List.copyOf(others);
    }

    /** Every reason why not, the law's and all others together, sorted by code; none: it can be carried out. */
    public List<Violation> reasons() {
        var ofLaw =
                decision instanceof Refused(var reasons, var _) ? Reasons.violations(reasons) : List.<Violation>of();
        return Stream.concat(ofLaw.stream(), others.stream().filter(other -> !isAmong(ofLaw, other)))
                .sorted(Comparator.comparing(Violation::code))
                .toList();
    }

    private static boolean isAmong(List<Violation> all, Violation one) {
        return all.stream().anyMatch(other -> other.code().equals(one.code()));
    }

    /** The first month, where the law accepts it. */
    public Optional<YearMonth> from() {
        return decision instanceof Accepted accepted ? Optional.of(accepted.from()) : Optional.empty();
    }

    /** What is to be carried out; empty where there is a reason why not. */
    Optional<Accepted> accepted() {
        return others.isEmpty() && decision instanceof Accepted accepted ? Optional.of(accepted) : Optional.empty();
    }
}
