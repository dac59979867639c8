package org.lingbao.enrollment.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.problem.ProblemView;

/**
 * What came of an employer's bulk declaration, line by line.
 *
 * @param accepted how many lines are facts now, or were already
 * @param refused how many are not
 */
record DeclarationsView(int accepted, int refused, List<Answered> lines) {

    /**
     * What came of one line.
     *
     * @param line its number in the body, from 1
     * @param status as a single declaration would have been answered
     * @param employmentId of what was accepted
     * @param errors every reason why not; absent where it was accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            int line,
            int status,
            @Nullable UUID employmentId,
            @Nullable List<ProblemView.Item> errors) {}

    static DeclarationsView of(List<Answered> lines) {
        var refused = Math.toIntExact(
                lines.stream().filter(line -> line.errors() != null).count());
        return new DeclarationsView(lines.size() - refused, refused, lines);
    }
}
