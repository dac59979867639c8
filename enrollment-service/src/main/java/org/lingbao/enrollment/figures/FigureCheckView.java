package org.lingbao.enrollment.figures;

import java.time.YearMonth;
import java.util.List;

/**
 * Whether the figures are what the relations say.
 *
 * @param count how many differences there are
 * @param differences the first thousand of them
 */
record FigureCheckView(boolean agrees, long count, List<Difference> differences) {

    /**
     * Where they differ.
     *
     * @param area community or place
     * @param scheme of the relations; BOTH: in the employee and the resident scheme at once
     * @param month from which on
     * @param expected how many more by the relations; fewer where negative
     * @param found how many more by what is kept
     */
    record Difference(String area, String scheme, String standing, YearMonth month, long expected, long found) {}
}
