package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.value.Place;

/**
 * From when the medical insurance pays for who rides on the pension (医保等待期), as far as is known here.
 *
 * @param joins the first month of the time that is insured without a gap
 * @param insuredUntil the last month before the gap; null for who was never insured before
 * @param paysFrom as sure as its trace says
 */
public record Waiting(YearMonth joins, @Nullable YearMonth insuredUntil, Explained<YearMonth> paysFrom) {

    /**
     * The months in which somebody is insured: an employer's (for whom it is a duty), those that the person has paid with the pension,
     * and from the business month on those of the rider that are not paused. A month that passed unpaid is a gap.
     *
     * @param paid months of the pension that the person has paid
     */
    public static List<Months> insured(
            Collection<Stretch> pension, Collection<Stretch> riders, Set<YearMonth> paid, YearMonth now) {
        var employed = pension.stream()
                .filter(stretch -> stretch.standing() instanceof Standing.Employed)
                .map(Stretch::months);
        var own = paid.stream().map(month -> new Months(month, month));
        var ahead = riders.stream().flatMap(stretch -> payable(stretch.standing(), now));
        return Stream.of(employed, own, ahead).flatMap(months -> months).toList();
    }

    private static Stream<Months> payable(Standing standing, YearMonth now) {
        var left = standing.months().within(Months.since(now)).stream().toList();
        for (var pause : standing.paused()) {
            left = left.stream()
                    .flatMap(months -> months.without(pause).stream())
                    .toList();
        }
        return left.stream();
    }

    /**
     * Of the last time without a gap. Who waits and pauses waits no shorter for it: of two times, the later month counts.
     *
     * @param insured months in any order, overlapping or not
     * @return empty where it began before the law that is known, or where there is none
     */
    public static Optional<Waiting> of(Place place, Collection<Months> insured, LocalDate on) {
        @Nullable YearMonth until = null;
        @Nullable Waiting last = null;
        for (var months : Months.union(insured)) {
            last = later(last, waiting(place, months.from(), until, on));
            until = months.to();
        }
        return Optional.ofNullable(last);
    }

    private static @Nullable Waiting later(@Nullable Waiting before, @Nullable Waiting next) {
        return before != null && next != null && before.paysFrom.value().isAfter(next.paysFrom.value())
                ? new Waiting(next.joins, next.insuredUntil, before.paysFrom)
                : next;
    }

    private static @Nullable Waiting waiting(Place place, YearMonth joins, @Nullable YearMonth until, LocalDate on) {
        try {
            return new Waiting(joins, until, Law.standard().medicalWaiting().paysFrom(place, joins, until, on));
        } catch (DataNotLoaded unknown) {
            return null;
        }
    }
}
