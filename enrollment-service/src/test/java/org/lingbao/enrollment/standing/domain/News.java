package org.lingbao.enrollment.standing.domain;

import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Facts.Employment;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Facts.MovedOut;
import org.lingbao.rules.employment.Spell;
import org.lingbao.rules.value.Place;
import org.quicktheories.core.Gen;

/** One thing that becomes known of a person's standing; made up, told in any order, and what is known after it. */
sealed interface News {
    Place WEIFANG = new Place("370700");
    LocalDate JOINING = LocalDate.of(2026, 9, 3);
    Joined JOINED = new Joined(new RelationId(new UUID(0, 1)), WEIFANG, YearMonth.from(JOINING), null, JOINING, null);

    record Hiring(int number, LocalDate on) implements News {}

    record Leaving(int number, LocalDate on) implements News {}

    record Paid(YearMonth month) implements News {}

    record Pausing(int number, YearMonth from) implements News {}

    record Resuming(int number, YearMonth last) implements News {}

    record Ended(Ending ending) implements News {}

    record Withdrawn(int number) implements News {}

    /** Nobody leaves or takes back before the hiring is known, or resumes what is not paused. */
    default @Nullable News follows(Collection<News> all) {
        return all.stream()
                .filter(other -> switch (this) {
                    case Leaving leaving -> other instanceof Hiring hiring && hiring.number == leaving.number;
                    case Withdrawn withdrawn -> other instanceof Hiring hiring && hiring.number == withdrawn.number;
                    case Resuming resuming -> other instanceof Pausing pausing && pausing.number == resuming.number;
                    case Hiring _, Paid _, Pausing _, Ended _ -> false;
                })
                .findFirst()
                .orElse(null);
    }

    /** Employments of some weeks each, some without an end, some months that were paid, and some that were paused. */
    static Gen<List<News>> all() {
        var employment = integers()
                .between(-60, 500)
                .zip(
                        integers().between(0, 200),
                        integers().between(0, 3),
                        (start, length, open) -> List.of(start, length, open));
        var paid = lists().of(integers().between(0, 20)).ofSizeBetween(0, 6);
        var pause = integers()
                .between(0, 20)
                .zip(
                        integers().between(-1, 8),
                        integers().between(0, 3),
                        (from, length, open) -> List.of(from, length, open));
        return lists().of(employment)
                .ofSizeBetween(0, 4)
                .zip(paid, lists().of(pause).ofSizeBetween(0, 3), News::of)
                .zip(lists().of(integers().between(0, 25)).ofSizeBetween(0, 9), News::ended);
    }

    /** Now and then one dies, retires or gives up, also before the joining. */
    private static List<News> ended(List<News> news, List<Integer> months) {
        var all = new ArrayList<>(news);
        if (months.size() > 6) {
            all.add(new Ended(new Ending.Died(JOINING.plusMonths(months.get(0) - 2))));
        }
        if (months.size() > 4 && months.size() < 8) {
            all.add(new Ended(new Ending.Retired(YearMonth.from(JOINING).plusMonths(months.get(1)))));
        }
        if (months.size() > 2 && months.get(2) % 2 == 0) {
            all.add(new Ended(new Ending.Terminated(JOINED.id(), JOINING.plusMonths(months.get(2)))));
        }
        return all;
    }

    private static List<News> of(List<List<Integer>> employments, List<Integer> paid, List<List<Integer>> pauses) {
        var all = new ArrayList<News>();
        for (var number = 0; number < employments.size(); number++) {
            var days = employments.get(number);
            var start = JOINING.plusDays(days.get(0));
            all.add(new Hiring(number, start));
            if (days.get(2) > 0) {
                all.add(new Leaving(number, start.plusDays(days.get(1))));
            }
            if (days.get(2) == 2) {
                all.add(new Withdrawn(number));
            }
        }
        paid.forEach(later -> all.add(new Paid(YearMonth.from(JOINING).plusMonths(later))));
        for (var number = 0; number < pauses.size(); number++) {
            var months = pauses.get(number);
            var from = YearMonth.from(JOINING).plusMonths(months.get(0));
            all.add(new Pausing(number, from));
            if (months.get(2) > 0) {
                all.add(new Resuming(number, from.plusMonths(months.get(1))));
            }
        }
        return all;
    }

    /** Shuffled, some of it twice; what follows from another comes after it. */
    static List<News> told(List<News> news, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<>(news);
        news.stream().filter(one -> random.nextBoolean()).forEach(all::add);
        Collections.shuffle(all, random);
        var late = new ArrayList<News>();
        var ordered = new ArrayList<News>();
        for (var one : all) {
            var first = one.follows(news);
            (first == null || ordered.contains(first) ? ordered : late).add(one);
        }
        ordered.addAll(late);
        return ordered;
    }

    static Facts facts(Iterable<News> news) {
        var starts = new HashMap<Integer, LocalDate>();
        var ends = new HashMap<Integer, LocalDate>();
        var paid = new HashSet<YearMonth>();
        var endings = new HashSet<Ending>();
        var never = new HashSet<Integer>();
        var paused = new HashMap<Integer, YearMonth>();
        var resumed = new HashMap<Integer, YearMonth>();
        for (var one : news) {
            switch (one) {
                case Hiring(var number, var on) -> starts.put(number, on);
                case Leaving(var number, var on) -> ends.put(number, on);
                case Paid(var month) -> paid.add(month);
                case Pausing(var number, var from) -> paused.put(number, from);
                case Resuming(var number, var last) -> resumed.put(number, last);
                case Ended(var ending) -> endings.add(ending);
                case Withdrawn(var number) -> never.add(number);
            }
        }
        var employments = starts.entrySet().stream()
                .filter(start -> !never.contains(start.getKey()))
                .map(start -> new Employment(
                        new EmploymentId(new UUID(1, start.getKey())),
                        WEIFANG,
                        new Spell(start.getValue(), ends.get(start.getKey()))))
                .collect(Collectors.toUnmodifiableSet());
        var pauses = paused.entrySet().stream()
                .map(from -> new Pause(
                        new PauseId(new UUID(2, from.getKey())),
                        JOINED.id(),
                        from.getValue(),
                        resumed.get(from.getKey())))
                .collect(Collectors.toUnmodifiableSet());
        return new Facts(Set.of(JOINED), employments, Set.<MovedOut>of(), paid, pauses, endings);
    }
}
