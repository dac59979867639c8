package org.lingbao.enrollment.place;

import java.util.Optional;
import java.util.stream.Collectors;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.value.Place;

/** Whether a place that a request names is in today's list of divisions (GB/T 2260). */
public final class Places {
    private Places() {}

    /**
     * What is wrong with it, if it is not known: with the codes that come close.
     *
     * @param pointer where it stands in the request
     */
    public static Optional<Violation> unknown(Place place, String pointer) {
        if (place.name().isPresent()) {
            return Optional.empty();
        }
        var near = place.suggestions().stream()
                .map(close ->
                        close.code() + close.name().map(name -> " " + name).orElse(""))
                .collect(Collectors.joining(", "));
        return Optional.of(new Violation("UNKNOWN_PLACE")
                .with("place", place.code())
                .with("suggestions", near)
                .at(pointer));
    }
}
