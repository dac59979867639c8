package org.lingbao.enrollment.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingbao.asking.Query;
import org.lingbao.platform.personal.PersonName;
import org.lingbao.platform.personal.PhoneNumber;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.IdentityCheck.Invalid;
import org.lingbao.rules.identity.IdentityCheck.Valid;
import org.lingbao.rules.value.Place;

/** What is wrong with a well-formed request that names a number or a place nobody has; all of it at once. */
final class PersonChecks {
    private PersonChecks() {}

    static Registration registration(RegisterRequest request, LocalDate on) {
        var violations = new ArrayList<Violation>();
        var identity =
                Law.standard().identity().check(request.identityNumber(), on).value();
        if (identity instanceof Invalid invalid) {
            violations.addAll(violations(invalid));
        }
        var hukou = new Place(request.hukou());
        Query.unknown(hukou, "/hukou").ifPresent(violations::add);
        if (request.name().isBlank()) { // also of the blanks that only Unicode knows
            violations.add(new Violation("CONSTRAINT")
                    .with("message", "must not be blank")
                    .at("/name"));
        }
        if (identity instanceof Valid valid && violations.isEmpty()) {
            return new Registration(
                    valid, new PersonName(request.name().strip()), new PhoneNumber(request.phone()), hukou);
        }
        throw new ProblemException(Problem.malformed(violations));
    }

    /** The number in its normal form. */
    static String number(String asTyped, LocalDate on) {
        return switch (Law.standard().identity().check(asTyped, on).value()) {
            case Valid valid -> valid.number();
            case Invalid invalid -> throw new ProblemException(Problem.malformed(violations(invalid)));
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
