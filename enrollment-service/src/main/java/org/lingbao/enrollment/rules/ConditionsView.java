package org.lingbao.enrollment.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.rules.data.Provision;
import org.lingbao.rules.enrollment.Category;
import org.lingbao.rules.enrollment.Conditions;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.enrollment.Status;
import org.lingbao.rules.enrollment.UpperAge;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * What a place asks of whoever wants to enroll there (参保条件).
 *
 * @param on the day for which it is said
 * @param grounds what ties a person to the place
 * @param licenceCategories who may rest on a business licence
 * @param minimumAge in completed years
 * @param refusedStatus what a person must not be already
 * @param warnings what everybody is told before it costs them money (防骗提示)
 * @param provisions where each of these stands written, and how sure it is
 */
record ConditionsView(
        Scheme scheme,
        String place,
        LocalDate on,
        Grounds grounds,
        List<Category> licenceCategories,
        int minimumAge,
        List<UntilView> upperAge,
        List<Status> refusedStatus,
        List<Finding> warnings,
        List<Provision> provisions) {

    /** @param hukouHere for those with a hukou of the province; each list in the order of trying */
    record Grounds(List<Ground> hukouHere, List<Ground> hukouElsewhere) {}

    /**
     * Until when one of this sex may enroll: up to the statutory age of a category, or to an age in completed years.
     *
     * @param statutoryAgeOf the category of the retirement reform
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UntilView(
            Sex sex,
            org.lingbao.rules.retirement.@Nullable Category statutoryAgeOf,
            @Nullable Integer years) {

        static UntilView of(Sex sex, UpperAge upperAge) {
            return switch (upperAge.of(sex)) {
                case UpperAge.Bound.Statutory(var category) -> new UntilView(sex, category, null);
                case UpperAge.Bound.Fixed(int years) -> new UntilView(sex, null, years);
            };
        }
    }

    static ConditionsView of(Scheme scheme, Place place, LocalDate on, Conditions conditions, List<Finding> warnings) {
        return new ConditionsView(
                scheme,
                place.code(),
                on,
                new Grounds(
                        conditions.grounds().hukouHere(), conditions.grounds().hukouElsewhere()),
                conditions.licenceCategories().stream().sorted().toList(),
                conditions.minimumAge(),
                Stream.of(Sex.values())
                        .map(sex -> UntilView.of(sex, conditions.upperAge()))
                        .toList(),
                conditions.refusedStatus().stream().sorted().toList(),
                warnings,
                conditions.provisions());
    }
}
