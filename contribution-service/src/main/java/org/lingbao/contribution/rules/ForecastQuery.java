package org.lingbao.contribution.rules;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lingbao.asking.Query;
import org.lingbao.rules.forecast.Assumptions;
import org.lingbao.rules.forecast.Past;
import org.lingbao.rules.forecast.Plan;
import org.lingbao.rules.forecast.Question;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.value.Money;

/** What somebody has paid, and how they mean to pay on; nobody is named. */
class ForecastQuery {
    private static final String COUNT = "a whole number, such as 120";
    private static final String FACTOR = "a factor, such as 0.62";

    @QueryParam("place")
    @Parameter(required = true)
    @Nullable
    String place;

    @QueryParam("category")
    @Parameter(required = true)
    @Nullable
    String category;

    @QueryParam("birthDate")
    @Parameter(required = true)
    @Nullable
    String birthDate;

    @QueryParam("on")
    @Nullable
    String on;

    @QueryParam("months")
    @DefaultValue("0")
    @Parameter(description = "contribution months until now")
    String months = "";

    @QueryParam("averageIndex")
    @DefaultValue("0")
    @Parameter(description = "average contribution index of these months")
    String averageIndex = "";

    @QueryParam("balance")
    @Parameter(description = "account balance at the end of last year, in yuan")
    @Nullable
    String balance;

    @QueryParam("preAccountMonths")
    @DefaultValue("0")
    @Parameter(description = "of the months those before individual accounts")
    String preAccountMonths = "";

    @QueryParam("preAccountIndex")
    @Parameter(description = "their index, where the province reckons with it")
    @Nullable
    String preAccountIndex;

    @QueryParam("base")
    @Parameter(description = "the monthly base in yuan; or percent")
    @Nullable
    String base;

    @QueryParam("percent")
    @Parameter(description = "a percent of the reference wage, or a tier; or base")
    @Nullable
    String percent;

    @QueryParam("monthsAYear")
    @DefaultValue("12")
    String monthsAYear = "";

    @QueryParam("retire")
    @Parameter(description = "EARLIEST, or a day of flexible retirement; the statutory date where missing")
    @Nullable
    String retire;

    @QueryParam("wageGrowth")
    @DefaultValue("0")
    @Parameter(description = "by which part wages are assumed to grow a year; 0 for today's money")
    String wageGrowth = "";

    @QueryParam("creditingRate")
    @Parameter(description = "assumed for the account; the last published one where missing")
    @Nullable
    String creditingRate;

    /** @throws org.lingbao.platform.problem.ProblemException 400 with all that is wrong */
    Question read(LocalDate today) {
        var query = new Query();
        var askedPlace = query.place("place", place);
        var askedCategory = query.code("category", category, Category.class);
        var born = query.day("birthDate", birthDate);
        var askedDay = query.day("on", on, today);
        var paid = query.value("months", months, Integer::valueOf, COUNT);
        var index = query.value("averageIndex", averageIndex, Query::rate, FACTOR);
        var askedBalance = query.yuanIfAny("balance", balance);
        var before = query.value("preAccountMonths", preAccountMonths, Integer::valueOf, COUNT);
        var beforeIndex = query.valueIfAny("preAccountIndex", preAccountIndex, Query::rate, FACTOR);
        var askedBase = query.yuanIfAny("base", base);
        var askedPercent = query.valueIfAny("percent", percent, Integer::valueOf, "a whole percent, such as 60");
        if ((base == null) == (percent == null)) {
            query.wrong("base", "a base or a percent, one of them");
        }
        var aYear = query.value("monthsAYear", monthsAYear, Integer::valueOf, "0 to 12");
        var leaving = query.valueIfAny("retire", retire, ForecastQuery::leaving, "EARLIEST or a day");
        var growth = query.value("wageGrowth", wageGrowth, Query::rate, FACTOR);
        var crediting = query.valueIfAny("creditingRate", creditingRate, Query::rate, FACTOR);
        query.refuseIfWrong();
        return Query.fitting(() -> new Question(
                askedPlace.get(),
                askedCategory.get(),
                born.get(),
                new Past(
                        paid.get(),
                        index.get(),
                        askedBalance.get().orElse(Money.ZERO),
                        Money.ZERO,
                        Money.ZERO,
                        before.get(),
                        beforeIndex.get().orElse(null)),
                new Plan(
                        askedBase
                                .get()
                                .<Plan.Base>map(Plan.Base.Amount::new)
                                .or(() -> askedPercent.get().map(Plan.Base.Percent::new))
                                .orElseThrow(),
                        YearMonth.from(askedDay.get()),
                        aYear.get(),
                        leaving.get().orElseGet(Plan.Retire.AtStatutoryAge::new)),
                new Assumptions(growth.get(), crediting.get().orElse(null)),
                askedDay.get()));
    }

    private static Plan.Retire leaving(String written) {
        return written.equals("EARLIEST")
                ? new Plan.Retire.AsEarlyAsPossible()
                : new Plan.Retire.On(LocalDate.parse(written));
    }
}
