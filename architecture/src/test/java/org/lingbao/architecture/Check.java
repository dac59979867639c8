package org.lingbao.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** One rule of the house in a form that a machine can hold: what in the given code goes against it. */
@FunctionalInterface
interface Check {

    /** One line per violation, each naming the offending type or file; empty when the rule is kept. */
    List<String> violations(Code code);

    /** A rule about compiled classes. */
    static Check of(ArchRule rule) {
        return code -> rule.allowEmptyShould(true)
                .evaluate(code.classes())
                .getFailureReport()
                .getDetails();
    }
}
