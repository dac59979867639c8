package org.lingbao.rules.data;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lingbao.rules.trace.Trace;

/**
 * One value of the law through time. It is looked up by the day it is <em>for</em>, as it was <em>known</em> on another day: asking
 * an old question again gives the old answer.
 *
 * @param place {@code national} or the province's code
 * @param name scheme and name: {@code employee/limits}
 */
public record Parameter<T>(String place, String name, List<Version<T>> versions) {

    /**
     * @param parameter place and name of the parameter
     * @param effective the first day it is for; it holds until a later one
     * @param written the value as it stands in the rule file
     */
    public record Version<T>(
            String parameter, LocalDate effective, T value, String written, Status status, Citation citation) {

        /** The leaf of a trace: this value was used. */
        public Trace trace() {
            var inputs = new LinkedHashMap<String, String>();
            inputs.put("effective", effective.toString());
            inputs.put("published", citation.published().toString());
            inputs.put("status", status.name());
            return new Trace(parameter, citation.text(), inputs, written, List.of());
        }
    }

    public Parameter {
        versions = List.copyOf(versions);
        var days = versions.stream()
                .map(version -> List.of(version.effective(), version.citation().published()))
                .toList();
        if (Set.copyOf(days).size() != days.size()) {
            throw new IllegalArgumentException("two values of " + name + " for one day, published on one day");
        }
    }

    /** @throws DataNotLoaded if nothing known by then was in force on that day */
    public Version<T> at(LocalDate day, LocalDate known) {
        return versions.stream()
                .filter(version -> !version.effective().isAfter(day))
                .filter(version -> !version.citation().published().isAfter(known))
                .max(Comparator.<Version<T>, LocalDate>comparing(Version::effective)
                        .thenComparing(version -> version.citation().published()))
                .orElseThrow(() -> new DataNotLoaded(place, name + " for " + day + " as known on " + known));
    }

    /** The last version of all, for what never depends on the day of asking. */
    public Version<T> latest() {
        return at(LocalDate.MAX, LocalDate.MAX);
    }

    /** Whether some version's value is like that. */
    public boolean everHolds(Predicate<T> test) {
        return versions.stream().map(Version::value).anyMatch(test);
    }
}
