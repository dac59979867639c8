package org.lingbao.enrollment.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed and what came of it.
 *
 * @param missing parts that have not come yet, the first twenty
 * @param lines of the parts that came
 * @param wrong how many of them were not taken
 * @param insured persons of the file who are in a basic pension scheme, or will be; absent until it is compared
 * @param uninsured persons who are not
 * @param ended persons of the file who have died, or draw a pension: neither of both
 * @param tasks how many visits were put on work lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedView(
        UUID feedId,
        String area,
        LocalDate asOf,
        State state,
        int parts,
        long received,
        List<Integer> missing,
        long lines,
        long wrong,
        @Nullable LocalDate comparedOn,
        @Nullable Long insured,
        @Nullable Long uninsured,
        @Nullable Long ended,
        @Nullable Long tasks) {

    /** How far it is. */
    enum State {
        RECEIVING,
        COMPARING,
        COMPARED
    }

    /** A part as it was taken. */
    record Part(int part, long lines, long wrong) {}
}
