package org.lingbao.enrollment.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.lingbao.enrollment.joining.ApplicationRow.Outcome;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.enrollment.joining.EnrollmentView.Words;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Violation;

/** Shows a kept application, with the words of its notices or reasons. */
@ApplicationScoped
class EnrollmentWords {
    private final ObjectMapper mapper;
    private final Catalogue catalogue;

    EnrollmentWords(ObjectMapper mapper, Catalogue catalogue) {
        this.mapper = mapper;
        this.catalogue = catalogue;
    }

    EnrollmentView view(ApplicationRow row) {
        var findings = findings(row);
        var accepted = row.outcome == Outcome.ACCEPTED;
        try {
            return new EnrollmentView(
                    row.id,
                    row.receiptNumber,
                    row.verificationCode,
                    row.personId,
                    row.scheme,
                    row.place,
                    row.outcome,
                    row.ground,
                    accepted ? findings : List.of(),
                    accepted ? List.of() : findings,
                    row.relationId,
                    row.fromMonth == null ? null : YearMonth.from(row.fromMonth),
                    row.channel,
                    row.decidedOn,
                    mapper.readTree(row.decision));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept decision that is not JSON", e);
        }
    }

    private List<Finding> findings(ApplicationRow row) {
        try {
            return mapper.readValue(row.findings, new TypeReference<List<Violation>>() {}).stream()
                    .map(this::finding)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept findings that are not JSON", e);
        }
    }

    private Finding finding(Violation violation) {
        return new Finding(
                violation.code(),
                words(language -> catalogue.detail(violation, language)),
                words(language -> catalogue.howToFix(violation, language)),
                catalogue.citation(violation).orElse(null));
    }

    private static Words words(Function<Locale, String> text) {
        return new Words(text.apply(Locale.SIMPLIFIED_CHINESE), text.apply(Locale.ENGLISH));
    }
}
