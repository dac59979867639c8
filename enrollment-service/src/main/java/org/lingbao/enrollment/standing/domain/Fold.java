package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Facts.Employment;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Facts.MovedOut;
import org.lingbao.enrollment.standing.domain.Stretch.End;
import org.lingbao.rules.Law;
import org.lingbao.rules.employment.EmployedMonths;
import org.lingbao.rules.trace.Explained;

/**
 * A person's relations as one function of all facts (参保状态). An employment has its months by the law, but none that an earlier
 * employment has; the flexible relation has what is left. So no month is in two relations, and between a flexible month and
 * an employer's there is none without.
 */
public final class Fold {
    private static final Comparator<Employment> IN_ORDER = Comparator.<Employment, LocalDate>comparing(
                    employment -> employment.spell().startsOn())
            .thenComparing(employment -> employment.id().value());

    private Fold() {}

    /**
     * The stretches in the order of their months.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded for an employment that began before the law in force
     */
    public static List<Stretch> of(Facts facts) {
        var employed = employed(facts);
        var all = new ArrayList<>(employed);
        var joined = facts.joined().stream()
                .sorted(Comparator.comparing(Joined::from)
                        .thenComparing(Joined::on)
                        .thenComparing(one -> one.id().value()))
                .toList();
        for (var i = 0; i < joined.size(); i++) {
            var next = i + 1 < joined.size() ? joined.get(i + 1).from() : null;
            all.addAll(new Flexible(facts, joined.get(i), next).around(employed));
        }
        return all.stream()
                .flatMap(stretch -> Ending.leave(stretch, facts.endings()).stream())
                .sorted(Comparator.comparing(stretch -> stretch.months().from()))
                .toList();
    }

    /**
     * The stretches in work injury (工伤保险): each employment has its own months, whatever others have, for each employer is
     * liable.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded for an employment that began before the law in force
     */
    public static List<Stretch> ofInjury(Facts facts) {
        return facts.employments().stream()
                .sorted(IN_ORDER)
                .flatMap(employment -> of(facts.alone(employment)).stream()
                        .map(stretch -> new Stretch(
                                new Stretch.Key.OfInjury(employment.id()),
                                stretch.place(),
                                stretch.standing(),
                                stretch.end())))
                .toList();
    }

    /** The months of one employment in work injury, as {@link #monthsOf}. */
    public static Explained<EmployedMonths> injuryMonthsOf(EmploymentId id, Facts facts) {
        return monthsOf(id, facts.alone(find(id, facts)));
    }

    /**
     * The months of one employment among the others, and how they follow from its days; none while all are an earlier one's.
     *
     * @throws java.util.NoSuchElementException if it is none of the facts
     */
    public static Explained<EmployedMonths> monthsOf(EmploymentId id, Facts facts) {
        var employment = find(id, facts);
        var before = employed(new Facts(
                Set.of(),
                facts.employments().stream()
                        .filter(other -> IN_ORDER.compare(other, employment) < 0)
                        .collect(Collectors.toUnmodifiableSet()),
                facts.movedOut(),
                facts.paid()));
        var last = before.isEmpty() ? null : before.getLast().months();
        var months = months(employment, facts, last == null ? null : nextOf(last));
        var has = last == null || !last.isOpen();
        return months.map(found -> has
                ? left(employment, cut(employment, found, facts), facts)
                : new EmployedMonths(found.from(), found.from().minusMonths(1)));
    }

    private static Employment find(EmploymentId id, Facts facts) {
        return facts.employments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static EmployedMonths left(Employment employment, EmployedMonths months, Facts facts) {
        return Months.between(months.from(), months.to())
                .map(whole -> stretch(employment, whole, null))
                .flatMap(stretch -> Ending.leave(stretch, facts.endings()))
                .map(Stretch::months)
                .map(left -> new EmployedMonths(left.from(), left.to()))
                .orElse(new EmployedMonths(months.from(), months.from().minusMonths(1)));
    }

    private static List<Stretch> employed(Facts facts) {
        var found = new ArrayList<Stretch>();
        for (var employment : facts.employments().stream().sorted(IN_ORDER).toList()) {
            var last = found.isEmpty() ? null : found.getLast().months();
            if (last != null && last.isOpen()) {
                break;
            }
            employed(employment, facts, last == null ? null : nextOf(last)).ifPresent(found::add);
        }
        return found;
    }

    private static @Nullable YearMonth nextOf(Months months) {
        var to = months.to();
        return to == null ? null : to.plusMonths(1);
    }

    private static Explained<EmployedMonths> months(Employment employment, Facts facts, @Nullable YearMonth notBefore) {
        return Law.standard().employment().months(employment.spell(), facts.paid(), notBefore);
    }

    private static Optional<Stretch> employed(Employment employment, Facts facts, @Nullable YearMonth notBefore) {
        var months = months(employment, facts, notBefore).value();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        var here = cut(employment, months, facts);
        var to = here.to();
        var end = to == null ? null : to.equals(months.to()) ? End.LEFT : End.TRANSFERRED_OUT;
        return Optional.of(stretch(employment, new Months(here.from(), to), end));
    }

    private static Stretch stretch(Employment employment, Months months, @Nullable End end) {
        return new Stretch(
                new Stretch.Key.OfEmployment(employment.id()), employment.place(), new Standing.Employed(months), end);
    }

    /** Only as far as the rights are here. */
    private static EmployedMonths cut(Employment employment, EmployedMonths months, Facts facts) {
        var moved = facts.movedOut().stream()
                .filter(out -> out.tookAlong(employment))
                .map(MovedOut::on)
                .min(Comparator.naturalOrder())
                .map(on -> lastBefore(on, months.from()))
                .orElse(null);
        return months.isEmpty() || !isEarlier(moved, months.to()) ? months : new EmployedMonths(months.from(), moved);
    }

    /** The last month here of what moved away: the one before, but not before it began. */
    private static YearMonth lastBefore(LocalDate movedOn, YearMonth begun) {
        var before = YearMonth.from(movedOn).minusMonths(1);
        return before.isBefore(begun) ? begun : before;
    }

    /** Null is without an end. */
    private static boolean isEarlier(@Nullable YearMonth a, @Nullable YearMonth b) {
        return a != null && (b == null || a.isBefore(b));
    }

    /**
     * What a joining leaves to the person.
     *
     * @param next the first month of the next joining; null: there is none
     */
    private record Flexible(
            Facts facts, Joined joined, @Nullable YearMonth next) {

        List<Stretch> around(List<Stretch> employed) {
            var found = new ArrayList<Stretch>();
            var from = joined.from();
            @Nullable EmploymentId after = null;
            for (var employment : employed) {
                var months = employment.months();
                stretch(after, from, months.from().minusMonths(1), End.HIRED).ifPresent(found::add);
                var to = months.to();
                if (to == null) {
                    return found;
                }
                if (!to.isBefore(from)) {
                    from = to.plusMonths(1);
                    after = ((Stretch.Key.OfEmployment) employment.key()).employment();
                }
            }
            stretch(after, from, null, null).ifPresent(found::add);
            return found;
        }

        private Optional<Stretch> stretch(
                @Nullable EmploymentId after, YearMonth from, @Nullable YearMonth until, @Nullable End why) {
            var to = until;
            var end = why;
            var last = joined.movedOn() == null ? null : lastBefore(joined.movedOn(), joined.from());
            if (isEarlier(last, to)) {
                to = last;
                end = End.TRANSFERRED_OUT;
            }
            if (next != null && isEarlier(next.minusMonths(1), to)) {
                to = next.minusMonths(1);
                end = End.OVERTAKEN;
            }
            if (to != null && to.isBefore(from)) {
                return Optional.empty();
            }
            var months = new Months(from, to);
            var paused = Pause.among(months, facts.pausesOf(joined.id()), facts.paid());
            return Optional.of(new Stretch(
                    new Stretch.Key.OfJoining(joined.id(), after),
                    joined.place(),
                    new Standing.Flexible(months, joined.lastPayable(), paused),
                    end));
        }
    }
}
