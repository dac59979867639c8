package org.lingbao.rules.enrollment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lingbao.rules.data.Parameter.Version;
import org.lingbao.rules.enrollment.Eligibility.Reason;
import org.lingbao.rules.trace.Trace;

/** What one check found: the reasons to refuse, none where it holds, and how it was reached. */
record Finding(List<Reason> reasons, Trace trace) {

    static Finding of(String check, Version<?> law, Map<String, String> inputs, String outcome, List<Reason> reasons) {
        var trace = new Trace(
                EnrollmentRules.RULE + "." + check, law.citation().text(), inputs, outcome, List.of(law.trace()));
        return new Finding(reasons, trace);
    }

    /** The same finding, reached through these smaller results too. */
    Finding with(List<Trace> used) {
        var children = new ArrayList<>(trace.children());
        children.addAll(used);
        return new Finding(
                reasons, new Trace(trace.rule(), trace.article(), trace.inputs(), trace.outcome(), children));
    }
}
