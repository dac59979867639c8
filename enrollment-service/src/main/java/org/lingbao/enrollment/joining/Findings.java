package org.lingbao.enrollment.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.Function;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.enrollment.joining.EnrollmentView.Words;
import org.lingbao.platform.problem.Catalogue;
import org.lingbao.platform.problem.Violation;

/** Says a notice or a reason in both languages, because it is also printed. */
@ApplicationScoped
public class Findings {
    private final Catalogue catalogue;

    Findings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public Finding of(Violation violation) {
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
