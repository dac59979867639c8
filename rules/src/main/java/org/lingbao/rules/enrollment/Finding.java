package org.lingbao.rules.enrollment;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.enrollment.Eligibility.Reason;
import org.lingbao.rules.trace.Inputs;
import org.lingbao.rules.trace.Trace;

/**
 * What one check found.
 *
 * @param reasons to refuse, none where the check holds
 * @param how it was reached
 */
record Finding(List<Reason> reasons, Supplier<Trace> how) {

    /** @param used the smaller results it was reached through, beside the law itself */
    static Finding of(
            String check,
            Version<?> law,
            Inputs inputs,
            String outcome,
            List<Reason> reasons,
            List<Supplier<Trace>> used) {
        return new Finding(
                reasons,
                () -> Trace.of(
                        EnrollmentRules.RULE + "." + check,
                        law.citation().text(),
                        inputs,
                        outcome,
                        Stream.concat(Stream.of(law.trace()), used.stream().map(Supplier::get))
                                .toList()));
    }

    Trace trace() {
        return how.get();
    }
}
