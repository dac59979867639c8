package org.lingbao.rules.enrollment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.data.Parameter;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.data.PerProvince;
import org.lingbao.rules.data.RuleFiles;
import org.lingbao.rules.enrollment.Applying.Channel;
import org.lingbao.rules.enrollment.Applying.Registration;
import org.lingbao.rules.enrollment.Applying.Warning;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** How a flexible worker applies to enroll in the employee scheme (办理材料和渠道). */
public final class ApplyingRules {
    private static final String CHANNELS = "employee/channels";
    private static final String BEFORE = "employee/registered-before";

    private final Parameter<List<Channel>> channels;
    private final Parameter<List<Warning>> warnings;
    private final PerProvince<Provincial> laws;
    private final PerProvince<Optional<Parameter<Set<Registration>>>> before;

    /** @param channels null where the province named none of its own */
    private record Provincial(
            Parameter<List<Set<Document>>> documents,
            @Nullable Parameter<List<Channel>> channels) {}

    public ApplyingRules(RuleFiles files) {
        channels = files.national(CHANNELS, Applying::channels);
        warnings = files.national("employee/warnings", Applying::warnings);
        laws = new PerProvince<>((province, scheme) -> new Provincial(
                files.provincial(province, "employee/documents", Applying::documents),
                files.provincial(province, CHANNELS)
                        ? files.provincial(province, CHANNELS, Applying::channels)
                        : null));
        before = new PerProvince<>((province, scheme) -> files.provincial(province, BEFORE)
                ? Optional.of(files.provincial(province, BEFORE, Applying::registrations))
                : Optional.empty());
    }

    /** @throws org.lingbao.rules.data.DataNotLoaded if the place's province has no data, or had none on that day */
    public Explained<Applying> in(Place place, LocalDate on) {
        var law = laws.of(place, Scheme.EMPLOYEE);
        var documents = law.documents().at(on, on);
        var everywhere = channels.at(on, on);
        var warned = warnings.at(on, on);
        var used = new ArrayList<Version<?>>(List.of(documents, everywhere, warned));
        var names = new ArrayList<>(everywhere.value());
        if (law.channels() != null) {
            var own = law.channels().at(on, on);
            used.add(own);
            names.addAll(own.value());
        }
        var first = before(place, on);
        first.ifPresent(used::add);
        var applying = new Applying(
                documents.value(),
                names,
                warned.value(),
                first.map(Version::value).orElse(Set.of()));
        return new Explained<>(
                applying,
                () -> Trace.of(
                        "enrollment.applying",
                        documents.citation().text(),
                        Inputs.of("place", place)
                                .and("on", on)
                                .and("documents", applying.written())
                                .and("warnings", names(warned.value()))
                                .and(
                                        "before",
                                        names(applying.before().stream()
                                                .sorted()
                                                .toList())),
                        names(names),
                        used.stream().map(Version::trace).toList()));
    }

    /** What has to be registered there before a person enrolls in the employee scheme; empty where nothing is known to. */
    public Optional<Version<Set<Registration>>> before(Place place, LocalDate on) {
        return before.of(place, Scheme.EMPLOYEE).flatMap(known -> known.find(on, on));
    }

    /**
     * What everybody must be told before paying anybody, wherever they apply.
     *
     * @throws org.lingbao.rules.data.DataNotLoaded if nothing was published by that day
     */
    public Version<List<Warning>> warnings(LocalDate on) {
        return warnings.at(on, on);
    }

    private static String names(List<?> words) {
        return words.isEmpty() ? "NONE" : words.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
