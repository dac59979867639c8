package org.lingbao.enrollment.lines;

import java.util.List;

/**
 * A line of a part that says nothing that can be taken.
 *
 * @param reasons codes of the catalogue, every one that holds
 */
public record Wrong(int line, List<String> reasons) {
    public Wrong {
        reasons = List.copyOf(reasons);
    }
}
