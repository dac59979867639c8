package org.lingbao.enrollment.joining.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What this service itself knows about the person, whatever the application says.
 *
 * @param hukou household register (户籍地); null where it is not known
 * @param covers the months that relations of the person have
 * @param employmentRegistered whether the person's flexible work is registered in the province (就业登记), or will be with the
 *     application
 */
public record Insured(
        LocalDate birthDate, Sex sex, @Nullable Place hukou, List<Cover> covers, boolean employmentRegistered) {
    public Insured {
        covers = List.copyOf(covers);
    }

    /**
     * Months in one relation.
     *
     * @param employed whether an employer pays, else the person
     * @param to the last month; null while the relation lives
     */
    public record Cover(
            Scheme scheme,
            boolean employed,
            YearMonth from,
            @Nullable YearMonth to) {
        private boolean isLive() {
            return to == null;
        }

        private boolean contains(YearMonth month) {
            return !month.isBefore(from) && (to == null || !month.isAfter(to));
        }
    }

    /** Schemes with a live relation that the person pays. */
    Set<Scheme> flexibleIn() {
        return liveIn(cover -> !cover.employed);
    }

    /** Schemes with a live relation that an employer pays. */
    Set<Scheme> employedIn() {
        return liveIn(Cover::employed);
    }

    /** From when the person pays in the scheme; none where no relation that the person pays lives there. */
    Optional<YearMonth> paysSince(Scheme scheme) {
        return covers.stream()
                .filter(cover -> cover.scheme == scheme && cover.isLive() && !cover.employed)
                .map(Cover::from)
                .findFirst();
    }

    /** The first month from this one on that is in no relation of these schemes; none where a live one has them all. */
    Optional<YearMonth> firstFree(Set<Scheme> schemes, YearMonth from) {
        var month = from;
        var covering = covering(schemes, month);
        while (covering.isPresent()) {
            var to = covering.get().to();
            if (to == null) {
                return Optional.empty();
            }
            month = to.plusMonths(1);
            covering = covering(schemes, month);
        }
        return Optional.of(month);
    }

    private Optional<Cover> covering(Set<Scheme> schemes, YearMonth month) {
        return covers.stream()
                .filter(cover -> schemes.contains(cover.scheme) && cover.contains(month))
                .findFirst();
    }

    private Set<Scheme> liveIn(Predicate<Cover> payer) {
        return covers.stream()
                .filter(Cover::isLive)
                .filter(payer)
                .map(Cover::scheme)
                .collect(Collectors.toUnmodifiableSet());
    }
}
