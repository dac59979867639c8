package org.lingbao.enrollment.standing.domain;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.Facts.Joined;

/** Facts in any order, more than once, give the same months; and what is told of them is right at every moment. */
class FoldPropertiesTest {
    private static final YearMonth FIRST = YearMonth.of(2026, 6);
    private static final int MONTHS = 30;

    @Test
    void no_month_is_in_two_relations() {
        qt().forAll(News.all())
                .check(news -> months().allMatch(month -> Fold.of(News.facts(news)).stream()
                                .filter(stretch -> stretch.months().contains(month))
                                .count()
                        <= 1));
    }

    @Test
    void from_the_joining_on_every_month_is_in_one_until_it_ends_for_good() {
        qt().forAll(News.all()).check(news -> {
            var facts = News.facts(news);
            var last = facts.endings().stream()
                    .map(Ending::last)
                    .min(Comparator.naturalOrder())
                    .orElse(FIRST.plusMonths(MONTHS));
            return months().filter(month -> !month.isBefore(News.JOINED.from()) && !month.isAfter(last))
                    .allMatch(month -> Fold.of(facts).stream()
                            .anyMatch(stretch -> stretch.months().contains(month)));
        });
    }

    @Test
    void after_a_death_or_a_pension_no_month_is_left_and_what_was_given_up_has_none_after_it() {
        qt().forAll(News.all()).check(news -> {
            var facts = News.facts(news);
            return Fold.of(facts).stream()
                    .allMatch(stretch -> facts.endings().stream()
                            .filter(ending -> !(ending instanceof Ending.Terminated)
                                    || stretch.standing() instanceof Standing.Flexible)
                            .allMatch(ending -> {
                                var to = stretch.months().to();
                                return to != null && !to.isAfter(ending.last());
                            }));
        });
    }

    @Test
    void what_a_month_was_says_whether_it_counts_and_no_month_stands_twice() {
        qt().forAll(News.all()).check(news -> {
            var facts = News.facts(news);
            var history = History.of(Fold.of(facts), facts.paid(), FIRST.plusMonths(MONTHS));
            var months = history.stream().map(History.Month::month).toList();
            return months.stream().distinct().sorted().toList().equals(months)
                    && history.stream()
                            .allMatch(one -> one.countsAsService()
                                    == (one.status() == History.Status.EMPLOYED
                                            || facts.paid().contains(one.month())));
        });
    }

    @Test
    void a_paid_month_is_at_neither_edge_of_an_employers_months_unless_it_ends_for_good() {
        qt().forAll(News.all()).check(news -> {
            var facts = News.facts(news);
            return Fold.of(facts).stream()
                    .filter(stretch -> stretch.standing() instanceof Standing.Employed)
                    .noneMatch(stretch -> facts.paid().contains(stretch.months().from())
                            || (stretch.end() == Stretch.End.LEFT
                                    && facts.paid().contains(stretch.months().to())));
        });
    }

    @Test
    void exactly_the_months_that_the_person_would_pay_and_a_pause_has_and_nobody_paid_are_paused() {
        qt().forAll(News.all()).check(news -> {
            var facts = News.facts(news);
            var stretches = Fold.of(facts);
            return months().allMatch(month -> {
                var paused = stretches.stream()
                        .anyMatch(one -> one.standing().paused().stream().anyMatch(months -> months.contains(month)));
                var flexible = stretches.stream()
                        .anyMatch(one -> one.standing() instanceof Standing.Flexible
                                && one.months().contains(month));
                var asked = facts.pauses().stream()
                        .anyMatch(pause ->
                                !month.isBefore(pause.from()) && (pause.to() == null || !month.isAfter(pause.to())));
                return paused == (flexible && asked && !facts.paid().contains(month));
            });
        });
    }

    @Test
    void between_two_stretches_of_paused_months_is_one_that_is_not() {
        qt().forAll(News.all())
                .check(news -> Fold.of(News.facts(news)).stream().allMatch(stretch -> {
                    var paused = stretch.standing().paused();
                    return IntStream.range(1, paused.size()).allMatch(at -> {
                        var before = paused.get(at - 1).to();
                        return before != null
                                && before.plusMonths(1).isBefore(paused.get(at).from());
                    });
                }));
    }

    @Test
    void whatever_the_order_and_however_often_told_the_same_is_written_in_the_end() {
        qt().forAll(News.all(), integers().all()).check((news, seed) -> {
            var once = write(news);
            var shuffled = write(News.told(news, seed));
            return once.equals(shuffled);
        });
    }

    @Test
    void what_is_known_already_changes_nothing() {
        qt().forAll(News.all()).check(news -> {
            var stretches = Fold.of(News.facts(news));
            var kept = new HashMap<Stretch.Key, Kept>();
            kept.put(
                    keyOf(News.JOINED),
                    new Kept(News.JOINED.id(), keyOf(News.JOINED), News.JOINED.from(), null, List.of()));
            Change.between(kept.values(), stretches).forEach(change -> apply(kept, change));
            return Change.between(kept.values(), stretches).isEmpty();
        });
    }

    private static Stretch.Key keyOf(Joined joined) {
        return new Stretch.Key.OfJoining(joined.id(), null);
    }

    /** What stands written after all news, of each with months left: payer and months; it fails if two ever live at once. */
    private static Set<String> write(List<News> news) {
        var kept = new HashMap<Stretch.Key, Kept>();
        kept.put(
                keyOf(News.JOINED),
                new Kept(News.JOINED.id(), keyOf(News.JOINED), News.JOINED.from(), null, List.of()));
        for (var known = 1; known <= news.size(); known++) {
            var stretches = Fold.of(News.facts(news.subList(0, known)));
            for (var change : Change.between(List.copyOf(kept.values()), stretches)) {
                apply(kept, change);
                if (kept.values().stream().filter(one -> one.to() == null).count() > 1) {
                    throw new AssertionError("two live at once after " + change);
                }
            }
        }
        return kept.values().stream()
                .filter(one -> !one.isWithoutMonths())
                .map(one -> one.key() + " " + one.from() + " " + one.to() + " " + one.paused())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void apply(Map<Stretch.Key, Kept> kept, Change change) {
        switch (change) {
            case Change.Ended(var id, var from, var to, var why) -> replace(kept, id, from, to);
            case Change.GoesOn(var id, var from) -> replace(kept, id, from, null);
            case Change.Opened(var stretch) ->
                kept.put(
                        stretch.key(),
                        new Kept(
                                new RelationId(UUID.randomUUID()),
                                stretch.key(),
                                stretch.months().from(),
                                stretch.months().to(),
                                stretch.standing().paused()));
            case Change.Paused(var id, var from, var paused, var more) -> {
                var known = find(kept, id);
                kept.put(known.key(), new Kept(id, known.key(), known.from(), known.to(), paused));
            }
        }
    }

    private static void replace(Map<Stretch.Key, Kept> kept, RelationId id, YearMonth from, @Nullable YearMonth to) {
        var known = find(kept, id);
        kept.put(known.key(), new Kept(id, known.key(), from, to, known.paused()));
    }

    private static Kept find(Map<Stretch.Key, Kept> kept, RelationId id) {
        return kept.values().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<YearMonth> months() {
        return IntStream.range(0, MONTHS).mapToObj(FIRST::plusMonths);
    }
}
