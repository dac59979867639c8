package org.lingbao.enrollment.lines;

import java.util.List;
import java.util.stream.Stream;

/**
 * A line of a part that says nothing that can be taken.
 *
 * @param reasons codes of the catalogue, every one that holds
 */
public record Wrong(int line, List<String> reasons) {
    public Wrong {
        reasons = List.copyOf(reasons);
    }

    /** With what else is wrong with the same line. */
    public Wrong and(Wrong other) {
        return new Wrong(
                line, Stream.concat(reasons.stream(), other.reasons.stream()).toList());
    }
}
