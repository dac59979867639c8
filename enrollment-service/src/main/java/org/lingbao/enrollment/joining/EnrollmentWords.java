package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.exits.ExitsView;
import org.lingbao.enrollment.joining.ApplicationRow.Outcome;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.platform.problem.Violation;

/** Shows a kept application, with the words of its notices or reasons. */
@ApplicationScoped
class EnrollmentWords {
    private final ObjectMapper mapper;
    private final Findings findings;
    private final Warnings warnings;

    EnrollmentWords(ObjectMapper mapper, Findings findings, Warnings warnings) {
        this.mapper = mapper;
        this.findings = findings;
        this.warnings = warnings;
    }

    /** @param exits what was shown with it; null: nothing */
    EnrollmentView view(ApplicationRow row, @Nullable ExitsView exits) {
        var found = findings(row);
        var accepted = row.outcome == Outcome.ACCEPTED;
        return new EnrollmentView(
                row.id,
                row.receiptNumber,
                row.verificationCode,
                row.personId,
                row.scheme,
                row.place,
                row.outcome,
                row.ground,
                accepted ? found : List.of(),
                accepted ? List.of() : found,
                warnings.of(row.scheme, row.decidedOn),
                row.relationId,
                row.fromMonth == null ? null : YearMonth.from(row.fromMonth),
                row.channel,
                row.decidedOn,
                exits,
                JsonNodeFactory.instance.rawValueNode(new RawValue(row.decision)));
    }

    private List<Finding> findings(ApplicationRow row) {
        try {
            return mapper.readValue(row.findings, new TypeReference<List<Violation>>() {}).stream()
                    .map(findings::of)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept findings that are not JSON", e);
        }
    }
}
