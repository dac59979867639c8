package org.lingbao.rules.transfer;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/**
 * Where a person was insured until retirement.
 *
 * @param hukou the place of the household register (户籍地); null for residents of Hong Kong, Macao and Taiwan, who have none
 * @param relationPlace where the ordinary relation is
 * @param segments in any order
 */
public record Career(@Nullable Place hukou, Place relationPlace, List<Segment> segments) {
    /** Of two that end in one month, the one that began later is the later one. */
    private static final Comparator<Segment> LATER =
            Comparator.comparing(Segment::to).thenComparing(Segment::from).thenComparing(Segment::province);

    public Career {
        segments = segments.stream()
                .filter(segment -> !segment.temporary())
                .sorted(LATER.reversed())
                .toList();
    }

    /** The months in a province that count for the benefit place. */
    int monthsIn(Place province) {
        var months = 0;
        for (var segment : segments) {
            if (segment.province().equals(province)) {
                months = Math.addExact(months, segment.months());
            }
        }
        return months;
    }

    /** Kept out of logs: only what is no personal detail. */
    @Override
    public String toString() {
        return "Career[relationPlace=" + relationPlace + ", segments=" + segments.size() + "]";
    }
}
