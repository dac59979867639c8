package org.lingbao.rules.pension;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.DataNotLoaded;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** The benefit base wage (计发基数) of a place and a year of retirement: its city's own where it has one, else the province's. */
public final class BenefitBaseWageRules {
    private static final String PROVINCE = "employee/benefit-base-wage";
    private static final String CITIES = "employee/city-benefit-base-wage";

    private final PerProvince<Wages> wages;

    /** @param cities which have a wage of their own */
    private record Wages(
            Parameter<Money> ofProvince, @Nullable Parameter<Map<Place, Money>> ofCities, List<Place> cities) {
        static Wages of(RuleFiles files, Place province) {
            var ofProvince = files.provincial(province, PROVINCE, value -> Money.yuan(value.text()));
            if (!files.provincial(province, CITIES)) {
                return new Wages(ofProvince, null, List.of());
            }
            var ofCities = files.provincial(province, CITIES, Wages::byPlace);
            var cities = ofCities.versions().stream()
                    .flatMap(version -> version.value().keySet().stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Wages(ofProvince, ofCities, cities);
        }

        private static Map<Place, Money> byPlace(RuleValue value) {
            return value.table().entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            entry -> new Place(entry.getKey()), entry -> Money.yuan(entry.getValue())));
        }
    }

    public BenefitBaseWageRules(RuleFiles files) {
        wages = new PerProvince<>((province, scheme) -> Wages.of(files, province));
    }

    /**
     * The wage of the year of retirement; before it is published, the last published one, provisionally.
     *
     * @param known only what was published by that day counts
     * @throws DataNotLoaded if the place has no wage for the year or one before
     */
    public Explained<BaseWage> of(Place place, LocalDate retirement, LocalDate known) {
        var law = wages.of(place, Scheme.EMPLOYEE);
        for (var city : law.cities()) {
            if (law.ofCities() != null && city.covers(place)) {
                var version = law.ofCities().at(retirement, known);
                var amount = version.value().get(city);
                if (amount == null) {
                    throw new DataNotLoaded(city.code(), CITIES + " for " + version.effective());
                }
                return explained(place, amount, version, retirement);
            }
        }
        var version = law.ofProvince().at(retirement, known);
        return explained(place, version.value(), version, retirement);
    }

    private static Explained<BaseWage> explained(Place place, Money amount, Version<?> version, LocalDate retirement) {
        var year = version.effective().getYear();
        var wage = new BaseWage(amount, Year.of(year), year != retirement.getYear());
        return new Explained<>(
                wage,
                () -> Trace.of(
                        "pension.base-wage",
                        version.citation().text(),
                        Inputs.of("place", place)
                                .and("retirementYear", retirement.getYear())
                                .and("year", year)
                                .and("status", wage.provisional() ? "PROVISIONAL" : "OFFICIAL"),
                        amount,
                        List.of(version.trace())));
    }
}
