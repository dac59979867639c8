package org.lingbao.enrollment.standing.domain;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.Facts.Joined;

/** Who is in the employees' scheme is in no resident's, whatever becomes known of either and in which order. */
class BridgingPropertiesTest {
    private static final YearMonth FIRST = YearMonth.of(2026, 3);
    private static final int MONTHS = 40;

    @Test
    void no_month_is_in_both_pension_schemes() {
        qt().forAll(News.all(), integers().between(0, MONTHS)).check((news, later) -> {
            var employees = employees(news);
            return resident(residents(later), employees).stream()
                    .noneMatch(stretch ->
                            months().anyMatch(month -> stretch.months().contains(month) && isIn(employees, month)));
        });
    }

    @Test
    void until_the_employees_scheme_has_the_person_no_month_is_lost() {
        qt().forAll(News.all(), integers().between(0, MONTHS)).check((news, later) -> {
            var joined = residents(later);
            var employees = employees(news);
            var resident = resident(joined, employees);
            return months().filter(month -> !month.isBefore(joined.from()))
                    .takeWhile(month -> !isIn(employees, month))
                    .allMatch(month -> resident.stream()
                            .anyMatch(stretch -> stretch.months().contains(month)));
        });
    }

    @Test
    void whatever_the_order_and_however_often_told_the_same_is_written_in_the_end() {
        qt().forAll(News.all(), integers().between(0, MONTHS), integers().all()).check((news, later, seed) -> {
            var once = write(news, residents(later));
            var shuffled = write(News.told(news, seed), residents(later));
            return once.equals(shuffled);
        });
    }

    @Test
    void one_of_which_no_month_is_left_is_told_to_be_kept_for_bridging() {
        qt().forAll(News.all(), integers().between(0, MONTHS)).check((news, later) -> {
            var joined = residents(later);
            var endings = Bridging.of(Set.of(joined), employees(news));
            return Change.between(List.of(kept(joined)), resident(joined, employees(news)), endings).stream()
                    .allMatch(change -> change instanceof Change.Ended ended && ended.why() == Stretch.End.BRIDGED);
        });
    }

    /** The months that stand written of what was joined, after all news: from and to. */
    private static List<Months> write(List<News> news, Joined joined) {
        var kept = kept(joined);
        for (var known = 1; known <= news.size(); known++) {
            var employees = employees(news.subList(0, known));
            for (var change : Change.between(List.of(kept), resident(joined, employees))) {
                kept = switch (change) {
                    case Change.Ended ended -> new Kept(kept.id(), kept.key(), ended.from(), ended.to(), kept.paused());
                    case Change.GoesOn goesOn -> new Kept(kept.id(), kept.key(), goesOn.from(), null, kept.paused());
                    case Change.Opened _, Change.Paused _ ->
                        throw new AssertionError("a resident's relation neither opens nor pauses: " + change);
                };
            }
        }
        return kept.isWithoutMonths() ? List.of() : List.of(new Months(kept.from(), kept.to()));
    }

    private static Kept kept(Joined joined) {
        return new Kept(joined.id(), new Stretch.Key.OfJoining(joined.id(), null), joined.from(), null, List.of());
    }

    private static Joined residents(int later) {
        var from = FIRST.plusMonths(later);
        return new Joined(new RelationId(new UUID(0, 2)), News.WEIFANG, from, null, from.atDay(1), null);
    }

    private static List<Months> employees(List<News> news) {
        return Fold.of(News.facts(news)).stream().map(Stretch::months).toList();
    }

    private static List<Stretch> resident(Joined joined, List<Months> employees) {
        return Fold.of(new Facts(
                Set.of(joined), Set.of(), Set.of(), Set.of(), Set.of(), Bridging.of(Set.of(joined), employees)));
    }

    private static boolean isIn(List<Months> all, YearMonth month) {
        return all.stream().anyMatch(months -> months.contains(month));
    }

    private static Stream<YearMonth> months() {
        return IntStream.range(0, 2 * MONTHS).mapToObj(FIRST::plusMonths);
    }
}
