package org.lingbao.contribution.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.Law;
import org.lingbao.rules.retirement.Category;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;

/**
 * What the law puts into anybody's forecast who was born on that day (养老金测算参数), as known on a day.
 *
 * @param retirement the statutory date (法定退休日期)
 * @param earliest of flexible retirement; missing where the reform delays nothing
 * @param latest of flexible retirement; missing where the reform delays nothing
 * @param minimumMonths the minimum contribution months of the statutory year
 * @param payoutMonths at the statutory age
 * @param explanations how each was found, with its sources
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastInputsView(
        String place,
        Category category,
        LocalDate birthDate,
        LocalDate on,
        LocalDate retirement,
        AgeView age,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        int minimumMonths,
        String payoutMonths,
        BaseWageView baseWage,
        CreditingRateView creditingRate,
        List<Trace> explanations) {

    static ForecastInputsView of(Place place, Category category, LocalDate birthDate, LocalDate on) {
        var law = Law.standard();
        var retirement = law.retirement().of(category, birthDate, on);
        var day = retirement.value().statutoryDate();
        var payout = law.payout().of(retirement.value().age(), day, on);
        var baseWage = law.baseWage().of(place, day, on);
        var rate = law.account().rate(Year.from(on), on);
        return new ForecastInputsView(
                place.code(),
                category,
                birthDate,
                on,
                day,
                AgeView.of(retirement.value().age()),
                retirement.value().earliest(),
                retirement.value().latest(),
                retirement.value().minimumMonths(),
                payout.value().toString(),
                BaseWageView.of(baseWage.value()),
                CreditingRateView.of(rate.value()),
                List.of(retirement.trace(), payout.trace(), baseWage.trace(), rate.trace()));
    }
}
