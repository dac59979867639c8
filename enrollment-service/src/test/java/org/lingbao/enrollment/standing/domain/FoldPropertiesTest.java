package org.lingbao.enrollment.standing.domain;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lingbao.enrollment.standing.domain.Facts.Employment;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Facts.MovedOut;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.value.Place;
import org.quicktheories.core.Gen;

/** Facts in any order, more than once, give the same months; and what is told of them is right at every moment. */
class FoldPropertiesTest {
    private static final Place WEIFANG = new Place("370700");
    private static final LocalDate JOINING = LocalDate.of(2026, 9, 3);
    private static final YearMonth FIRST = YearMonth.of(2026, 6);
    private static final int MONTHS = 30;

    /** One thing that becomes known. */
    private sealed interface News {
        record Hiring(int number, LocalDate on) implements News {}

        record Leaving(int number, LocalDate on) implements News {}

        record Paid(YearMonth month) implements News {}
    }

    /** Employments of some weeks each, some without an end, and some months that were paid. */
    private static Gen<List<News>> news() {
        var employment = integers()
                .between(-60, 500)
                .zip(
                        integers().between(0, 200),
                        integers().between(0, 3),
                        (start, length, open) -> List.of(start, length, open));
        var paid = lists().of(integers().between(0, 20)).ofSizeBetween(0, 6);
        return lists().of(employment).ofSizeBetween(0, 4).zip(paid, FoldPropertiesTest::news);
    }

    private static List<News> news(List<List<Integer>> employments, List<Integer> paid) {
        var all = new ArrayList<News>();
        for (var number = 0; number < employments.size(); number++) {
            var days = employments.get(number);
            var start = JOINING.plusDays(days.get(0));
            all.add(new News.Hiring(number, start));
            if (days.get(2) > 0) {
                all.add(new News.Leaving(number, start.plusDays(days.get(1))));
            }
        }
        paid.forEach(later -> all.add(new News.Paid(YearMonth.from(JOINING).plusMonths(later))));
        return all;
    }

    /** Shuffled, some of it twice; nobody leaves before the hiring is known. */
    private static List<News> told(List<News> news, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<>(news);
        news.stream().filter(one -> random.nextBoolean()).forEach(all::add);
        Collections.shuffle(all, random);
        var known = new HashSet<Integer>();
        var late = new ArrayList<News>();
        var ordered = new ArrayList<News>();
        for (var one : all) {
            if (one instanceof News.Leaving(var number, var on) && !known.contains(number)) {
                late.add(one);
            } else {
                ordered.add(one);
                if (one instanceof News.Hiring(var number, var on)) {
                    known.add(number);
                }
            }
        }
        ordered.addAll(late);
        return ordered;
    }

    private static Facts facts(Iterable<News> news) {
        var starts = new HashMap<Integer, LocalDate>();
        var ends = new HashMap<Integer, LocalDate>();
        var paid = new HashSet<YearMonth>();
        for (var one : news) {
            switch (one) {
                case News.Hiring(var number, var on) -> starts.put(number, on);
                case News.Leaving(var number, var on) -> ends.put(number, on);
                case News.Paid(var month) -> paid.add(month);
            }
        }
        var employments = starts.entrySet().stream()
                .map(start -> new Employment(
                        new EmploymentId(new UUID(1, start.getKey())),
                        WEIFANG,
                        new Spell(start.getValue(), ends.get(start.getKey()))))
                .collect(Collectors.toUnmodifiableSet());
        return new Facts(Set.of(JOINED), employments, Set.<MovedOut>of(), paid);
    }

    private static final Joined JOINED =
            new Joined(new RelationId(new UUID(0, 1)), WEIFANG, YearMonth.from(JOINING), null, JOINING, null);

    @Test
    void no_month_is_in_two_relations() {
        qt().forAll(news())
                .check(news -> months().allMatch(month -> Fold.of(facts(news)).stream()
                                .filter(stretch -> stretch.months().contains(month))
                                .count()
                        <= 1));
    }

    @Test
    void from_the_joining_on_every_month_is_in_one() {
        qt().forAll(news())
                .check(news -> months().filter(month -> !month.isBefore(JOINED.from()))
                        .allMatch(month -> Fold.of(facts(news)).stream()
                                .anyMatch(stretch -> stretch.months().contains(month))));
    }

    @Test
    void a_paid_month_is_at_neither_edge_of_an_employers_months() {
        qt().forAll(news()).check(news -> {
            var facts = facts(news);
            return Fold.of(facts).stream()
                    .filter(stretch -> stretch.standing() instanceof Standing.Employed)
                    .map(Stretch::months)
                    .noneMatch(months -> facts.paid().contains(months.from())
                            || (months.to() != null && facts.paid().contains(months.to())));
        });
    }

    @Test
    void whatever_the_order_and_however_often_told_the_same_is_written_in_the_end() {
        qt().forAll(news(), integers().all()).check((news, seed) -> {
            var once = write(news);
            var shuffled = write(told(news, seed));
            return once.equals(shuffled);
        });
    }

    @Test
    void what_is_known_already_changes_nothing() {
        qt().forAll(news()).check(news -> {
            var stretches = Fold.of(facts(news));
            var kept = new HashMap<Stretch.Key, Kept>();
            kept.put(keyOf(JOINED), new Kept(JOINED.id(), keyOf(JOINED), JOINED.from(), null));
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
        kept.put(keyOf(JOINED), new Kept(JOINED.id(), keyOf(JOINED), JOINED.from(), null));
        for (var known = 1; known <= news.size(); known++) {
            var stretches = Fold.of(facts(news.subList(0, known)));
            for (var change : Change.between(List.copyOf(kept.values()), stretches)) {
                apply(kept, change);
                if (kept.values().stream().filter(one -> one.to() == null).count() > 1) {
                    throw new AssertionError("two live at once after " + change);
                }
            }
        }
        return kept.values().stream()
                .filter(one -> !one.isWithoutMonths())
                .map(one -> one.key() + " " + one.from() + " " + one.to())
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
                                stretch.months().to()));
        }
    }

    private static void replace(Map<Stretch.Key, Kept> kept, RelationId id, YearMonth from, @Nullable YearMonth to) {
        var known = kept.values().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        kept.put(known.key(), new Kept(id, known.key(), from, to));
    }

    private static Stream<YearMonth> months() {
        return IntStream.range(0, MONTHS).mapToObj(FIRST::plusMonths);
    }
}
