package org.lingbao.enrollment.takeover;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file and what was taken of it.
 *
 * @param received how many of its parts came
 * @param missing parts that have not come yet, the first twenty
 * @param lines of the parts that came: {@code wrong} and those that were taken
 * @param persons who were not known before
 * @param known lines of persons who were known already
 * @param relations that were opened
 * @param millis from when the first part began to when the last one ended; null where nothing came yet
 * @param linesPerSecond in that time
 * @param reasons of wrong lines, the most frequent first
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
        long relations,
        @Nullable Long millis,
        @Nullable Long linesPerSecond,
        List<Reason> reasons) {

    /**
     * Why lines were not taken; a line may be wrong for several reasons.
     *
     * @param lines how many
     * @param part the first one with such lines
     * @param firstLines the first five of that part
     */
    record Reason(String code, long lines, int part, List<Integer> firstLines) {}

    /** A part as it was taken. */
    record Part(int part, long lines, long wrong, long persons, long known, long relations) {}
}
