package org.lingbao.rules.enrollment;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.data.RuleValue;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/**
 * A province's parameters of enrollment for one scheme. Another province is another folder of files, not another class.
 *
 * @param refusedStatus what a person must not be already
 * @param licenceCategories the categories for which the business licence is a ground
 */
record EnrollmentLaw(
        Parameter<Grounds> grounds,
        Parameter<Set<Category>> licenceCategories,
        Parameter<Integer> minimumAge,
        Parameter<UpperAge> upperAge,
        Parameter<Set<Status>> refusedStatus) {

    private static final Map<Pack, EnrollmentLaw> LOADED = new ConcurrentHashMap<>();

    private record Pack(Place province, Scheme scheme) {}

    static EnrollmentLaw of(Place place, Scheme scheme) {
        return LOADED.computeIfAbsent(new Pack(place.province(), scheme), EnrollmentLaw::read);
    }

    private static EnrollmentLaw read(Pack pack) {
        var place = pack.province();
        var folder = pack.scheme().folder() + "/";
        return new EnrollmentLaw(
                RuleFiles.provincial(place, folder + "grounds", Grounds::read),
                RuleFiles.national("employee/licence-categories", set(Category::valueOf)),
                RuleFiles.provincialOrNational(place, folder + "minimum-age", RuleValue::number),
                RuleFiles.provincialOrNational(place, folder + "upper-age", UpperAge::read),
                RuleFiles.provincialOrNational(place, folder + "refused-status", set(Status::valueOf)));
    }

    private static <T> Function<RuleValue, Set<T>> set(Function<String, T> word) {
        return value -> value.words().stream().map(word).collect(Collectors.toUnmodifiableSet());
    }
}
