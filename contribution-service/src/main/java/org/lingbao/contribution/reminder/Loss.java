package org.lingbao.contribution.reminder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.forecast.Assumptions;
import org.lingbao.rules.forecast.Forecast;
import org.lingbao.rules.forecast.Past;
import org.lingbao.rules.forecast.Plan;
import org.lingbao.rules.forecast.Question;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/**
 * What missing months takes from a pension a month: a forecast with them less one without them, all else equal, in today's money.
 * What was paid before adds the same to both, so it is not asked for.
 */
record Loss(Place place, @Nullable Integer tierPercent, Money base, YearMonth first, int months) {
    private static final Rate NO_GROWTH = new Rate(0, 0);

    /** Who the person is, as they say; this service does not know it. */
    record Self(LocalDate birthDate, Category category) {}

    /** Empty: the rules cannot say. */
    Optional<Money> aMonth(Law law, Self self, LocalDate today) {
        var now = YearMonth.from(today);
        var from = first.isBefore(now) ? now : first;
        var paid = pension(law, self, from, today);
        var missed = pension(law, self, from.plusMonths(months), today);
        return paid.flatMap(with -> missed.map(with::minus));
    }

    private Optional<Money> pension(Law law, Self self, YearMonth from, LocalDate today) {
        var question = new Question(
                place,
                self.category,
                self.birthDate,
                Past.none(),
                new Plan(chosen(), from, Plan.WHOLE_YEAR, new Plan.Retire.AtStatutoryAge()),
                new Assumptions(NO_GROWTH, null),
                today);
        try {
            return law.forecast().of(question).value() instanceof Forecast.Expected expected
                    ? Optional.of(expected.pension().total())
                    : Optional.empty();
        } catch (DataNotLoaded | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Plan.Base chosen() {
        return tierPercent == null ? new Plan.Base.Amount(base) : new Plan.Base.Percent(tierPercent);
    }
}
