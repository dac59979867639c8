package org.lingbao.enrollment.onething;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.problem.Violation;

/**
 * Our view of contribution.plan-refused.v1.
 *
 * @param wishId the application for one thing
 */
record PlanRefused(UUID wishId, List<Reason> reasons) {
    PlanRefused {
        reasons = List.copyOf(reasons);
    }

    record Reason(
            String code,
            Map<String, String> parameters,
            @Nullable String citation) {
        Violation toViolation() {
            return new Violation(code, parameters, null, citation);
        }
    }
}
