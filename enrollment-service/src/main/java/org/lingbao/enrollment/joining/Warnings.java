package org.lingbao.enrollment.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.lingbao.enrollment.joining.EnrollmentView.Finding;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Scheme;

/** What everybody is told before it costs them money (防骗提示): who asks, who is accepted, and above all who is refused. */
@ApplicationScoped
public class Warnings {
    private final Findings findings;

    Warnings(Findings findings) {
        this.findings = findings;
    }

    /** By the law of the day; only the employee scheme is sold by cheats. */
    public List<Finding> of(Scheme scheme, LocalDate on) {
        if (scheme != Scheme.EMPLOYEE) {
            return List.of();
        }
        var law = Law.standard().applying().warnings(on);
        return law.value().stream()
                .map(warning -> findings.of(
                        new Violation(warning.name()).citing(law.citation().text())))
                .toList();
    }
}
