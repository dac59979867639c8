package org.lingbao.enrollment.onething;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lingbao.platform.problem.Violation;

/**
 * Why not, by part; a part without a reason has an empty list.
 *
 * @param byPart all parts
 */
record PartReasons(Map<Part, List<Violation>> byPart) {
    PartReasons {
        var all = new EnumMap<Part, List<Violation>>(Part.class);
        for (var part : Part.values()) {
            all.put(part, List.copyOf(byPart.getOrDefault(part, List.of())));
        }
        byPart = Map.copyOf(all);
    }

    List<Violation> of(Part part) {
        return byPart.getOrDefault(part, List.of());
    }

    /** Those of all parts at once (一次性告知), sorted by code. */
    List<Violation> all() {
        return byPart.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Violation::code))
                .toList();
    }
}
