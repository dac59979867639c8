package org.lingbao.contribution.statement.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/**
 * Months paid without a gap at one place by the same payer, which came or left together.
 *
 * @param standing who paid; null where another province did not say
 * @param from the first month
 * @param to the last month
 * @param months how many
 */
public record Segment(
        Place place, @Nullable Standing standing, YearMonth from, YearMonth to, int months, Journey journey) {

    /** Months in any order, as the fewest segments; what left comes before what came back. */
    public static List<Segment> of(List<PaidMonth> paid) {
        return paid.stream().collect(Collectors.groupingBy(PaidMonth::journey)).values().stream()
                .map(Segment::together)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(Segment::from).thenComparing(segment -> segment.journey.to() == null))
                .toList();
    }

    private static List<Segment> together(List<PaidMonth> paid) {
        var segments = new ArrayList<Segment>();
        paid.stream().sorted(Comparator.comparing(PaidMonth::month)).forEach(month -> {
            var last = segments.isEmpty() ? null : segments.getLast();
            if (last != null && last.isContinuedBy(month)) {
                segments.set(segments.size() - 1, last.plus(month));
            } else {
                segments.add(
                        new Segment(month.place(), month.standing(), month.month(), month.month(), 1, month.journey()));
            }
        });
        return segments;
    }

    private boolean isContinuedBy(PaidMonth month) {
        return place.equals(month.place())
                && standing == month.standing()
                && to.plusMonths(1).equals(month.month());
    }

    private Segment plus(PaidMonth month) {
        return new Segment(place, standing, from, month.month(), months + 1, journey);
    }
}
