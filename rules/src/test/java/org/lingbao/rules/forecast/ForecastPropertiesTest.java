package org.lingbao.rules.forecast;

import static org.lingbao.rules.forecast.Workers.SHANGHAI;
import static org.lingbao.rules.forecast.Workers.SHENYANG;
import static org.lingbao.rules.forecast.Workers.TODAY;
import static org.lingbao.rules.forecast.Workers.WEIFANG;
import static org.lingbao.rules.forecast.Workers.expected;
import static org.lingbao.rules.forecast.Workers.monthsAYear;
import static org.lingbao.rules.forecast.Workers.percent;
import static org.lingbao.rules.forecast.Workers.retiring;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingbao.rules.Law;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;
import org.quicktheories.core.Gen;

/** What holds of every plan of somebody who began to pay when there were individual accounts. */
class ForecastPropertiesTest {
    private static final List<Integer> TIERS = List.of(60, 70, 80, 90, 100, 200, 300);

    private record Worker(Place place, Category category, LocalDate birthDate, Past past, Assumptions assumptions) {
        Question asks(Plan plan) {
            return new Question(place, category, birthDate, past, plan, assumptions, TODAY);
        }
    }

    @Test
    void more_months_never_give_a_smaller_pension() {
        qt().forAll(workers(), integers().between(0, 11), tiers()).check((worker, months, tier) -> {
            var less = expected(worker.asks(monthsAYear(percent(tier), months)));
            var more = expected(worker.asks(monthsAYear(percent(tier), months + 1)));
            return less.pension().total().compareTo(more.pension().total()) <= 0
                    && less.months() <= more.months()
                    && less.paidIn().compareTo(more.paidIn()) <= 0;
        });
    }

    @Test
    void a_higher_base_never_gives_a_smaller_pension() {
        qt().forAll(workers(), tiers(), tiers()).check((worker, one, other) -> {
            var lower = expected(worker.asks(percent(Math.min(one, other))));
            var higher = expected(worker.asks(percent(Math.max(one, other))));
            return lower.pension().total().compareTo(higher.pension().total()) <= 0
                    && lower.accountBalance().compareTo(higher.accountBalance()) <= 0
                    && lower.averageIndex().compareTo(higher.averageIndex()) <= 0;
        });
    }

    @Test
    void retiring_later_never_leaves_less_in_the_account() {
        qt().forAll(workers(), tiers(), integers().between(0, 36), integers().between(0, 36))
                .check((worker, tier, one, other) -> {
                    var sooner = after(worker, tier, Math.min(one, other));
                    var later = after(worker, tier, Math.max(one, other));
                    return sooner.accountBalance().compareTo(later.accountBalance()) <= 0
                            && sooner.pension()
                                            .total()
                                            .compareTo(later.pension().total())
                                    <= 0;
                });
    }

    @Test
    void the_same_question_has_the_same_answer_and_its_trace_the_same_pension() {
        qt().withExamples(200).forAll(workers(), tiers()).check((worker, tier) -> {
            var rules = Law.standard().forecast();
            var first = rules.of(worker.asks(percent(tier)));
            var again = rules.of(worker.asks(percent(tier)));
            var pension = ((Expected) first.value()).pension();
            return first.value().equals(again.value())
                    && first.trace().equals(again.trace())
                    && first.trace().outcome().equals(pension.written(pension.total()));
        });
    }

    private static Expected after(Worker worker, int tier, int months) {
        var statutory = expected(worker.asks(percent(tier))).retirement();
        var day = new Plan.Retire.On(statutory.plusMonths(months));
        return expected(worker.asks(retiring(percent(tier), day)));
    }

    private static Gen<Integer> tiers() {
        return arbitrary().pick(TIERS);
    }

    private static Gen<Worker> workers() {
        var births = integers()
                .between(0, 30 * 365)
                .map(days -> LocalDate.parse("1979-01-01").plusDays(days));
        return arbitrary()
                .pick(WEIFANG, SHENYANG, SHANGHAI)
                .zip(arbitrary().enumValues(Category.class), births, Person::new)
                .zip(
                        pasts(),
                        integers().between(0, 800),
                        (person, past, growth) -> new Worker(
                                person.place,
                                person.category,
                                person.birthDate,
                                past,
                                new Assumptions(new Rate(BigDecimal.valueOf(growth / 10, 4)), rate(growth))));
    }

    private static Rate rate(int basisPoints) {
        return new Rate(BigDecimal.valueOf(basisPoints, 4));
    }

    private record Person(Place place, Category category, LocalDate birthDate) {}

    private static Gen<Past> pasts() {
        return integers()
                .between(0, 300)
                .zip(
                        integers().between(6000, 30_000),
                        integers().between(0, 20_000_000),
                        (months, index, fen) ->
                                new Past(months, rate(index), new Money(fen), Money.ZERO, Money.ZERO, 0, null));
    }
}
