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
import org.lingbao.enrollment.standing.Relations.Held;
import org.lingbao.platform.problem.Violation;

/**
 * An application that is decided and not carried out yet. Whoever has it holds the person's lock.
 *
 * @param held by the person, before it is carried out
 * @param unconfirmed what is missing of the person's confirmation
 * @param on the business day
 */
public record Considered(
        Person person,
        Held held,
        Application application,
        Via via,
        Decision decision,
        Optional<Violation> unconfirmed,
        LocalDate on) {

    /** Every reason why not, the law's and the counter's together, sorted by code; none: it can be carried out. */
    public List<Violation> reasons() {
        var ofLaw =
                decision instanceof Refused(var reasons, var _) ? Reasons.violations(reasons) : List.<Violation>of();
        var known = held.ended().stream()
                .filter(one -> ofLaw.stream().noneMatch(other -> other.code().equals(one.code())));
        return Stream.of(ofLaw.stream(), unconfirmed.stream(), known)
                .flatMap(reasons -> reasons)
                .sorted(Comparator.comparing(Violation::code))
                .toList();
    }

    /** The first month, where the law accepts it. */
    public Optional<YearMonth> from() {
        return decision instanceof Accepted accepted ? Optional.of(accepted.from()) : Optional.empty();
    }

    /** The last month before an employer has the person in the scheme, as far as is known. */
    Optional<YearMonth> until() {
        return from().flatMap(from -> held.lastBeforeHire(application.scheme(), from));
    }

    /** What is to be carried out; empty where there is a reason why not. */
    Optional<Accepted> accepted() {
        return unconfirmed.isEmpty() && held.ended().isEmpty() && decision instanceof Accepted accepted
                ? Optional.of(accepted)
                : Optional.empty();
    }
}
