package org.lingbao.contribution.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.outbox.EventType;
import org.lingbao.platform.problem.Violation;

/**
 * contribution.plan-refused.v1; key: the person. A plan that was wished for together with an enrollment cannot be taken.
 *
 * @param wishId whose wish it was
 * @param reasons every one, sorted by code
 */
record PlanRefusedV1(UUID wishId, UUID personId, String scheme, List<Reason> reasons, LocalDate refusedOn) {
    static final EventType TYPE = new EventType("contribution", "person", "plan-refused", 1);

    PlanRefusedV1 {
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason as the catalogue of errors has it.
     *
     * @param parameters what its text names
     * @param citation the article of the dated rule, where it rests on one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(
            String code,
            Map<String, String> parameters,
            @Nullable String citation) {
        Reason {
            parameters = Map.copyOf(parameters);
        }

        static Reason of(Violation violation) {
            return new Reason(violation.code(), violation.parameters(), violation.citation());
        }
    }
}
