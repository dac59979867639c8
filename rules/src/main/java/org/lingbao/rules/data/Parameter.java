package org.lingbao.rules.data;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Text;
import org.lingbao.rules.trace.Trace;

/**
 * One value of the law through time. It is looked up by the day it is <em>for</em>, as it was <em>known</em> on another day: asking
 * an old question again gives the old answer.
 *
 * @param place {@code national} or the province's code
 * @param name scheme and name: {@code employee/limits}
 * @param versions the latest first
 */
public record Parameter<T>(String place, String name, List<Version<T>> versions) {

    /**
     * @param parameter place and name of the parameter
     * @param title what the value is, in both languages
     * @param effective the first day it is for; it holds until a later one
     * @param written the value as it stands in the rule file
     */
    public record Version<T>(
            String parameter,
            Text title,
            LocalDate effective,
            T value,
            String written,
            Status status,
            Citation citation) {

        /** The leaf of a trace: this value was used. */
        public Trace trace() {
            var inputs = Inputs.of("effective", effective).and("published", citation.published());
            var text = new Text(title.zh() + "：" + written, title.en() + ": " + written);
            return Trace.leaf(parameter, text, citation.text(), inputs, written, status);
        }

        boolean knownOn(LocalDate day) {
            return !citation.published().isAfter(day);
        }

        boolean effectiveOn(LocalDate day) {
            return !effective.isAfter(day);
        }
    }

    public Parameter {
        versions = versions.stream()
                .sorted(Comparator.<Version<T>, LocalDate>comparing(Version::effective)
                        .thenComparing(version -> version.citation().published())
                        .reversed())
                .toList();
        var days = new HashSet<List<LocalDate>>();
        for (var version : versions) {
            if (!days.add(List.of(version.effective(), version.citation().published()))) {
                throw new IllegalArgumentException("two values of " + name + " for one day, published on one day");
            }
        }
    }

    /** @throws DataNotLoaded if nothing known by then was in force on that day */
    public Version<T> at(LocalDate day, LocalDate known) {
        for (var version : versions) {
            if (version.effectiveOn(day) && version.knownOn(known)) {
                return version;
            }
        }
        throw new DataNotLoaded(place, name + " for " + day + " as known on " + known);
    }

    /** The same, or none if nothing known by then was in force on that day. */
    public Optional<Version<T>> find(LocalDate day, LocalDate known) {
        return versions.stream()
                .filter(version -> version.effectiveOn(day) && version.knownOn(known))
                .findFirst();
    }

    /** The value in force on that day as known then, with where it stands written. */
    public Provision provision(LocalDate day, LocalDate known) {
        return Provision.of(at(day, known));
    }

    /** The last version of all, for what never depends on the day of asking. */
    public Version<T> latest() {
        return at(LocalDate.MAX, LocalDate.MAX);
    }

    /** The same without the values that nobody has confirmed, for a rule that must not rest on one. */
    public Parameter<T> confirmed() {
        return new Parameter<>(
                place,
                name,
                versions.stream()
                        .filter(version -> version.status() != Status.UNCERTAIN)
                        .toList());
    }

    /** Whether some version's value is like that. */
    public boolean everHolds(Predicate<T> test) {
        return versions.stream().map(Version::value).anyMatch(test);
    }
}
