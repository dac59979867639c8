package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * A province's parameters of enrollment for one scheme. Another province is another folder of files, not another class.
 *
 * @param hmtGrounds for residents of Hong Kong, Macao and Taiwan
 * @param refusedStatus what a person must not be already
 * @param licenceCategories the categories for which the business licence is a ground
 */
record EnrollmentLaw(
        Parameter<Grounds> grounds,
        Parameter<HmtGrounds> hmtGrounds,
        Parameter<Set<Category>> licenceCategories,
        Parameter<Integer> minimumAge,
        Parameter<UpperAge> upperAge,
        Parameter<Set<Status>> refusedStatus) {

    static EnrollmentLaw of(RuleFiles files, Place place, Scheme scheme) {
        var folder = scheme.folder() + "/";
        return new EnrollmentLaw(
                files.provincial(place, folder + "grounds", Grounds::read),
                files.national(folder + "hmt-grounds", HmtGrounds::read),
                files.national("employee/licence-categories", set(Category::valueOf)),
                files.provincialOrNational(place, folder + "minimum-age", RuleValue::number),
                files.provincialOrNational(place, folder + "upper-age", UpperAge::read),
                files.provincialOrNational(place, folder + "refused-status", set(Status::valueOf)));
    }

    Conditions conditions(LocalDate on) {
        var inForce = Stream.<Parameter<?>>of(grounds, licenceCategories, minimumAge, upperAge, refusedStatus)
                .map(parameter -> parameter.provision(on, on))
                .toList();
        return new Conditions(
                grounds.at(on, on).value(),
                licenceCategories.at(on, on).value(),
                minimumAge.at(on, on).value(),
                upperAge.at(on, on).value(),
                refusedStatus.at(on, on).value(),
                inForce);
    }

    private static <T> Function<RuleValue, Set<T>> set(Function<String, T> word) {
        return value -> value.words().stream().map(word).collect(Collectors.toUnmodifiableSet());
    }
}
