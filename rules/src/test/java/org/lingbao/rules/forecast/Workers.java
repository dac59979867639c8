package org.lingbao.rules.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lingbao.rules.Law;
import org.lingbao.rules.forecast.Forecast.Expected;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Rate;

/** Flexible workers and their plans, asked about on one day. */
final class Workers {
    static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    static final YearMonth NEXT_MONTH = YearMonth.parse("2026-12");
    static final Place WEIFANG = new Place("370700");
    static final Place SHENYANG = new Place("210100");
    static final Place SHANGHAI = new Place("310000");
    static final Plan.Retire IN_TIME = new Plan.Retire.AtStatutoryAge();
    static final Assumptions TODAYS_MONEY = new Assumptions(Rate.of("0"), null);

    private Workers() {}

    /** Retires on 2027-03-15, at 60 years and 6 months. */
    static Question nearRetirement(Plan plan) {
        return new Question(
                WEIFANG, Category.MALE_60, LocalDate.parse("1966-09-15"), paid(200), plan, TODAYS_MONEY, TODAY);
    }

    static Question young(Place place, Plan plan) {
        return new Question(
                place, Category.FEMALE_55, LocalDate.parse("1990-05-31"), paid(96), plan, TODAYS_MONEY, TODAY);
    }

    static Past paid(int months) {
        return new Past(months, Rate.of("0.6"), Money.yuan("60000"), Money.ZERO, Money.ZERO, 0, null);
    }

    static Plan percent(int percent) {
        return new Plan(new Plan.Base.Percent(percent), NEXT_MONTH, 12, IN_TIME);
    }

    static Plan amount(String monthly) {
        return new Plan(new Plan.Base.Amount(Money.yuan(monthly)), NEXT_MONTH, 12, IN_TIME);
    }

    static Plan retiring(Plan plan, Plan.Retire retire) {
        return new Plan(plan.base(), plan.from(), plan.monthsAYear(), retire);
    }

    static Plan monthsAYear(Plan plan, int months) {
        return new Plan(plan.base(), plan.from(), months, plan.retire());
    }

    static Question assuming(Question question, String wageGrowth, String creditingRate) {
        return new Question(
                question.place(),
                question.category(),
                question.birthDate(),
                question.past(),
                question.plan(),
                new Assumptions(Rate.of(wageGrowth), Rate.of(creditingRate)),
                question.on());
    }

    static Expected expected(Question question) {
        if (Law.standard().forecast().of(question).value() instanceof Expected expected) {
            return expected;
        }
        throw new AssertionError("refused: " + question);
    }
}
