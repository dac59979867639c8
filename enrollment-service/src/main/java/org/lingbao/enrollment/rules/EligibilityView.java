package org.lingbao.enrollment.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.rules.enrollment.Eligibility;
import org.lingbao.rules.enrollment.Eligibility.Eligible;
import org.lingbao.rules.enrollment.Eligibility.Ineligible;
import org.lingbao.rules.enrollment.Ground;
import org.lingbao.rules.enrollment.Notice;
import org.lingbao.rules.trace.Explained;
import org.lingbao.rules.trace.Trace;

/**
 * What the law says to facts that somebody states. It decides nothing: an application does.
 *
 * @param ground what ties the person to the place, where it is eligible
 * @param reasons every reason against it
 * @param warnings what everybody is told before it costs them money (防骗提示), whatever the answer
 * @param explanation how the answer was reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EligibilityView(
        boolean eligible,
        @Nullable Ground ground,
        List<Notice> notices,
        List<ReasonView> reasons,
        List<Finding> warnings,
        Trace explanation) {

    /** @param citation the article it rests on */
    record ReasonView(String code, String citation) {}

    static EligibilityView of(Explained<Eligibility> answer, List<Finding> warnings) {
        return switch (answer.value()) {
            case Eligible eligible ->
                new EligibilityView(true, eligible.ground(), eligible.notices(), List.of(), warnings, answer.trace());
            case Ineligible ineligible ->
                new EligibilityView(
                        false,
                        null,
                        List.of(),
                        ineligible.reasons().stream()
                                .map(reason -> new ReasonView(
                                        reason.code(), reason.citation().text()))
                                .toList(),
                        warnings,
                        answer.trace());
        };
    }
}
