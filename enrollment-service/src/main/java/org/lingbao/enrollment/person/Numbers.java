package org.lingbao.enrollment.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.IdentityCheck.Invalid;
import org.lingbao.rules.identity.IdentityCheck.Valid;

/** Reads identity numbers (社会保障号码) of requests. */
public final class Numbers {
    private Numbers() {}

    /**
     * What the number says, if it is one.
     *
     * @param violations where everything goes that is wrong with it
     */
    public static Optional<Valid> check(String asTyped, LocalDate on, List<Violation> violations) {
        return switch (Law.standard().identity().check(asTyped, on).value()) {
            case Valid valid -> Optional.of(valid);
            case Invalid invalid -> {
                violations.addAll(violations(invalid));
                yield Optional.empty();
            }
        };
    }

    private static List<Violation> violations(Invalid invalid) {
        return invalid.reasons().stream()
                .map(reason -> new Violation(
                        switch (reason) {
                            case FORMAT -> "IDENTITY_NUMBER_FORMAT";
                            case CHECK_DIGIT -> "IDENTITY_NUMBER_CHECK_DIGIT";
                            case BIRTH_DATE -> "IDENTITY_NUMBER_BIRTH_DATE";
                        }))
                .map(violation -> violation.at("/identityNumber"))
                .toList();
    }
}
