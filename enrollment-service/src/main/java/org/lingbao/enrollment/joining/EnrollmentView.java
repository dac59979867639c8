package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.exits.ExitsView;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.trace.Trace;
import org.lingbao.rules.value.Scheme;

/**
 * An application and what was decided.
 *
 * @param outcome ACCEPTED or REFUSED
 * @param ground what ties the person to the place
 * @param notices what an accepted person must be told
 * @param reasons why not
 * @param warnings what everybody is told before it costs them money (防骗提示), whatever was decided
 * @param relationId the relation that was opened
 * @param from the relation's first month
 * @param exits what was shown to a person who will have too few months at the age; absent for everybody else
 * @param decision the tree of rules, articles, inputs and outcomes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrollmentView(
        UUID enrollmentId,
        String receiptNumber,
        String verificationCode,
        UUID personId,
        Scheme scheme,
        String place,
        ApplicationRow.Outcome outcome,
        @Nullable Ground ground,
        List<Finding> notices,
        List<Finding> reasons,
        List<Finding> warnings,
        @Nullable UUID relationId,
        @Nullable YearMonth from,
        String channel,
        LocalDate decidedOn,
        @Nullable ExitsView exits,
        @Schema(implementation = Trace.class) JsonNode decision) {

    /** A code with its words in both languages, because it is also printed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String code,
            Words detail,
            Words howToFix,
            @Nullable String citation) {}

    public record Words(String zh, String en) {}
}
