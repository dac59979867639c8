package org.lingbao.enrollment.takeover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A file and what was taken of it.
 *
 * @param received how many of its parts came
 * @param missing parts that have not come yet, the first twenty
 * @param lines of the parts that came: {@code wrong} and those that were taken
 * @param persons who were not known before
 * @param known lines of persons who were known already
 * @param relations that were opened
 */
record TakeoverView(
        UUID takeoverId,
        String area,
        String origin,
        LocalDate begunOn,
        int parts,
        long received,
        List<Integer> missing,
        long lines,
        long wrong,
        long persons,
        long known,
        long relations) {

    /** A part as it was taken. */
    record Part(int part, long lines, long wrong, long persons, long known, long relations) {}
}
